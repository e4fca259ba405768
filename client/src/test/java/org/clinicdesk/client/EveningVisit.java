package org.clinicdesk.client;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.session.v1.Desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// A visit of this evening, when nobody of the sample clinic has any: entered past the rules of time, for tests.
public final class EveningVisit {

    /// 18:00 in the sample clinic.
    private static final Instant START = Instant.parse("2026-11-23T11:00:00Z");

    private static final Duration EARLY = Duration.ofHours(2);

    private EveningVisit() {}

    /// Somebody who is still expected.
    public static void book(SampleServer server, Desk desk, String patient, String practitioner) {
        enter(server, desk, patient, practitioner, _ -> {});
    }

    /// Somebody who is here already, for two hours.
    public static void arrive(SampleServer server, Desk desk, String patient, String practitioner) {
        var appointments = server.server().clinic().features().appointment.appointments();
        enter(
                server,
                desk,
                patient,
                practitioner,
                visit ->
                        appointments.arrive(
                                visit, SampleServer.MONDAY_MORNING.instant().minus(EARLY)));
    }

    private static void enter(
            SampleServer server,
            Desk desk,
            String patient,
            String practitioner,
            Consumer<Appointment> then) {
        var clinic = server.server().clinic();
        var wish =
                new Wish(
                        Ids.of(patient),
                        Ids.of(practitioner),
                        Ids.of(desk.getSites(0).getId()),
                        Optional.empty(),
                        Ids.of(desk.getServices(0).getId()),
                        new Span(START, START.plus(Duration.ofMinutes(30))),
                        "");
        Call.system(
                "test",
                () ->
                        clinic.platform()
                                .db()
                                .write(() -> {
                                    then.accept(
                                            clinic.features()
                                                    .appointment
                                                    .appointments()
                                                    .enter(wish));
                                    return null;
                                }));
    }
}
