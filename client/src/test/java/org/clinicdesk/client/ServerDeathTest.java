package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// One of two servers is killed in the middle of a storm of registrations and bookings. The desks that talked to it go on
/// at the other: nothing is lost, nothing is done twice, and they hear live updates again.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ServerDeathTest {

    private static final int DESKS = 8;
    private static final int BEFORE_DEATH = 60;

    /// After the death each desk does so many more writes of each kind.
    private static final int AFTER_DEATH = 8;

    private final Map<String, String> registered = new ConcurrentHashMap<>();
    private final Map<String, String> booked = new ConcurrentHashMap<>();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Queue<BookRequest> free = new ConcurrentLinkedQueue<>();
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicBoolean dead = new AtomicBoolean();

    @Test
    void isSurvivedByItsDesks() throws Exception {
        try (var servers = new TwoServers()) {
            var other = opened(servers.deskAtTheSurvivor());
            var desks = new ArrayList<Desk>();
            for (var i = 0; i < DESKS; i++) {
                desks.add(opened(servers.deskAtTheDoomed()));
            }
            findFreeTimes(other);
            var shown = register(other, "Observada");
            var listeners = desks.stream().map(desk -> new Listener(desk, shown)).toList();
            listeners.forEach(Listener::heard);

            storm(servers, desks);

            assertEquals(Set.of(), Set.copyOf(problems));
            assertTrue(repeated.get() > 0, "Nothing was under way when the server died");
            everyWriteIsThereOnce(servers);
            nothingIsWrongInTheDatabase(servers);
            heardAgain(listeners, other, shown);
        }
    }

    private void storm(TwoServers servers, List<Desk> desks) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < desks.size(); i++) {
                var name = "Tormenta " + i;
                var desk = desks.get(i);
                work.add(people.submit(() -> work(desk, name)));
            }
            until(() -> registered.size() + booked.size() >= BEFORE_DEATH);
            servers.kill();
            dead.set(true);
            for (var done : work) {
                done.get();
            }
        }
    }

    /// What one desk does until some time after the death: registers somebody and books a visit for him.
    private void work(Desk desk, String name) {
        var left = AFTER_DEATH;
        for (var i = 0; left > 0; i++) {
            if (dead.get()) {
                left--;
            }
            var patient = register(desk, name + "-" + i);
            if (patient != null) {
                book(desk, patient, name + "-" + i);
            }
        }
    }

    private Patient register(Desk desk, String name) {
        wanted.add(name);
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(Person.newBuilder().setGiven(name))
                        .setNotADuplicate(true)
                        .build();
        var answer = await(desk, () -> patients.registerPatient(request).getPatient());
        if (answer != null) {
            registered.put(name, answer.getId());
        }
        return answer;
    }

    private void book(Desk desk, Patient patient, String name) {
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var request =
                free.remove().toBuilder().setPatientId(patient.getId()).setReason(name).build();
        var answer = await(desk, () -> appointments.book(request).getAppointment());
        if (answer != null) {
            booked.put(name, answer.getId());
        }
    }

    /// Waits for the answer of a call that goes the way of all calls; null when it ended with a problem.
    private <T> T await(Desk desk, Calls.Work<T> work) {
        var attempts = new AtomicInteger();
        var answer = new CompletableFuture<T>();
        desk.calls()
                .call(() -> {
                    if (attempts.incrementAndGet() == 2) {
                        repeated.incrementAndGet();
                    }
                    return work.run();
                })
                .once(RequestId.fresh())
                .refused(problem -> {
                    problems.add(problem);
                    answer.complete(null);
                })
                .then(answer::complete);
        return answer.join();
    }

    private Desk opened(Desk desk) {
        var sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        var request =
                SignInRequest.newBuilder()
                        .setLogin("linh")
                        .setPassword(SampleClinic.PASSWORD)
                        .build();
        var answer = await(desk, () -> sessions.signIn(request));
        desk.session().open(answer.getToken(), answer.getDesk());
        return desk;
    }

    /// Quarters of an hour of the next weeks in which somebody works; fewer a day than the cap of a doctor.
    private void findFreeTimes(Desk desk) {
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var site = desk.session().desk().getSites(0).getId();
        var service = desk.session().desk().getServices(0).getId();
        for (var ahead = 1; ahead <= 21; ahead++) {
            var request =
                    GetDayRequest.newBuilder()
                            .setSiteId(site)
                            .setDate(desk.today().plusDays(ahead).toString())
                            .build();
            var day = await(desk, () -> appointments.getDay(request));
            for (var column : day.getColumnsList()) {
                for (var hours : column.getHoursList()) {
                    var end = hours.getEnd().getSeconds();
                    for (var at = hours.getStart().getSeconds(); at + 900 <= end; at += 2700) {
                        var wish =
                                BookRequest.newBuilder()
                                        .setSiteId(site)
                                        .setServiceId(service)
                                        .setPractitionerId(column.getPractitionerId())
                                        .setMinutes(15);
                        wish.getStartBuilder().setSeconds(at);
                        if (day.getAppointmentsList().isEmpty()) {
                            free.add(wish.build());
                        }
                    }
                }
            }
        }
    }

    private void everyWriteIsThereOnce(TwoServers servers) throws SQLException {
        assertEquals(wanted, registered.keySet());
        assertEquals(registered, stored(servers, "select given, id from patient", wanted));
        assertEquals(booked, stored(servers, "select reason, id from appointment", wanted));
    }

    /// The rows that bear a name we gave. @throws AssertionError when two bear the same
    private static Map<String, String> stored(TwoServers servers, String sql, Set<String> names)
            throws SQLException {
        var found = new ConcurrentHashMap<String, String>();
        try (var connection = servers.database();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                if (names.contains(rows.getString(1))) {
                    var before = found.put(rows.getString(1), rows.getString(2));
                    assertEquals(null, before, "Written twice: " + rows.getString(1));
                }
            }
        }
        return found;
    }

    /// Every rule that the operator's `check` knows: nothing booked twice, no write without its audit row.
    private static void nothingIsWrongInTheDatabase(TwoServers servers) throws SQLException {
        var faults = new ArrayList<String>();
        try (var connection = servers.database();
                var query = connection.createStatement()) {
            for (var check : servers.survivor().clinic().features().checks()) {
                try (var rows = query.executeQuery(check.sql())) {
                    while (rows.next()) {
                        faults.add(check.name() + ": " + rows.getString(1));
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /// A desk that follows somebody's record.
    private static final class Listener {
        private final Semaphore told = new Semaphore(0);

        Listener(Desk desk, Patient patient) {
            desk.changes().follow(Set.of("patient/" + patient.getId()), told::release);
        }

        void heard() {
            try {
                assertTrue(told.tryAcquire(40, TimeUnit.SECONDS), "Heard nothing");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// First each desk reads again because its line is back, then it hears of a change at another desk.
    private void heardAgain(List<Listener> listeners, Desk other, Patient shown) throws Exception {
        listeners.forEach(Listener::heard);
        Thread.sleep(500);
        listeners.forEach(listener -> listener.told.drainPermits());
        var patients = PatientServiceGrpc.newBlockingV2Stub(other.channel());
        var request =
                UpdatePatientRequest.newBuilder()
                        .setId(shown.getId())
                        .setVersion(shown.getVersion())
                        .setPerson(shown.getPerson().toBuilder().setNote("Silla de ruedas"))
                        .build();
        await(other, () -> patients.updatePatient(request));
        listeners.forEach(Listener::heard);
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
