package org.clinicdesk.client.waitlist;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.clinicdesk.waitlist.v1.UpdateWaitingRequest;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.Wanted;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody waits for, while it is asked or changed.
final class WishModel {

    /// A part of the day.
    enum Part {
        ANY(0, 24 * 60),
        MORNING(0, 12 * 60),
        AFTERNOON(12 * 60, 18 * 60),
        EVENING(17 * 60, 24 * 60),
        /// Other hours that were agreed before: they stay.
        OTHER(-1, -1);

        /// Those that can be chosen.
        static final List<Part> CHOICES = List.of(ANY, MORNING, AFTERNOON, EVENING);

        private final int from;
        private final int to;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /// With whom somebody wants to come.
    ///
    /// @param practitionerIds empty for anybody of the specialty
    /// @param specialty empty for any
    record Who(List<String> practitionerIds, String specialty, String name) {}

    /// A later visit that gives way.
    ///
    /// @param visit empty when nothing does
    record Later(Optional<Appointment> visit) {}

    private static final Later NOTHING = new Later(Optional.empty());

    private final Desk desk;
    private final WaitlistModel model;
    private final PersonLine person;
    private final Optional<WaitingEntry> before;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ObjectProperty<Urgency> urgency =
            new SimpleObjectProperty<>(Urgency.URGENCY_ROUTINE);
    private final ObjectProperty<Who> who = new SimpleObjectProperty<>();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ANY);
    private final ObservableSet<DayOfWeek> weekdays = FXCollections.observableSet();
    private final ObjectProperty<@Nullable LocalDate> earliest = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> latest = new SimpleObjectProperty<>();
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Later> later = new SimpleObjectProperty<>(NOTHING);
    private final ObservableList<Later> laters = FXCollections.observableArrayList(NOTHING);
    private final StringProperty refused = new SimpleStringProperty("");
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    private WishModel(
            Desk desk, WaitlistModel model, PersonLine person, Optional<WaitingEntry> before) {
        this.desk = desk;
        this.model = model;
        this.person = person;
        this.before = before;
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
        service.set(services().getFirst());
        who.set(everybody().getFirst());
        later.addListener(change -> serviceOfLater());
    }

    /// Somebody new.
    ///
    /// @param appointmentId the later visit that gives way, or empty
    static WishModel of(Desk desk, WaitlistModel model, PersonLine person, String appointmentId) {
        var wish = new WishModel(desk, model, person, Optional.empty());
        wish.readLater(appointmentId);
        return wish;
    }

    /// Somebody who waits.
    static WishModel of(Desk desk, WaitlistModel model, WaitingEntry entry) {
        var wish = new WishModel(desk, model, entry.getPerson(), Optional.of(entry));
        wish.fill(entry.getWanted());
        return wish;
    }

    private void fill(Wanted wanted) {
        known().filter(one -> one.getId().equals(wanted.getServiceId()))
                .findFirst()
                .ifPresent(service::set);
        urgency.set(wanted.getUrgency());
        who.set(
                everybody().stream()
                        .filter(one ->
                                one.practitionerIds.equals(wanted.getPractitionerIdsList())
                                        && one.specialty.equals(wanted.getSpecialty()))
                        .findFirst()
                        .orElse(
                                new Who(
                                        List.copyOf(wanted.getPractitionerIdsList()),
                                        wanted.getSpecialty(),
                                        new Words(desk).who(wanted))));
        part.set(
                Part.CHOICES.stream()
                        .filter(one ->
                                one.from == wanted.getFromMinute()
                                        && one.to == wanted.getToMinute())
                        .findFirst()
                        .orElse(Part.OTHER));
        wanted.getWeekdaysList().forEach(day -> weekdays.add(DayOfWeek.of(day)));
        earliest.set(date(wanted.getEarliest()));
        latest.set(date(wanted.getLatest()));
        note.set(wanted.getNote());
    }

    private static @Nullable LocalDate date(String iso) {
        return iso.isEmpty() ? null : LocalDate.parse(iso);
    }

    PersonLine person() {
        return person;
    }

    boolean isNew() {
        return before.isEmpty();
    }

    /// Those that are not offered any more too: what somebody waits for or is booked for is never replaced in silence.
    private Stream<Service> known() {
        return desk.session().desk().getServicesList().stream();
    }

    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    ObjectProperty<Urgency> urgency() {
        return urgency;
    }

    /// Anybody, then the specialties, then each one by name; those chosen before, if they are several.
    List<Who> everybody() {
        var known = desk.session().desk().getPractitionersList();
        var all = new ArrayList<Who>();
        all.add(new Who(List.of(), "", desk.texts().get("waitlist.anybody")));
        known.stream()
                .map(Practitioner::getSpecialty)
                .filter(specialty -> !specialty.isEmpty())
                .distinct()
                .sorted()
                .forEach(specialty -> all.add(new Who(List.of(), specialty, specialty)));
        known.forEach(one -> all.add(new Who(List.of(one.getId()), "", one.getName())));
        return all;
    }

    ObjectProperty<Who> who() {
        return who;
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /// None: any.
    ObservableSet<DayOfWeek> weekdays() {
        return weekdays;
    }

    ObjectProperty<@Nullable LocalDate> earliest() {
        return earliest;
    }

    ObjectProperty<@Nullable LocalDate> latest() {
        return latest;
    }

    StringProperty note() {
        return note;
    }

    /// The visits that may give way; the first is none of them.
    ObservableList<Later> laters() {
        return laters;
    }

    ObjectProperty<Later> later() {
        return later;
    }

    /// Why the server did not take it; empty when nothing is wrong.
    StringProperty refused() {
        return refused;
    }

    private void readLater(String appointmentId) {
        if (!desk.may(AppointmentServiceGrpc.getListUpcomingMethod())) {
            return;
        }
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = ListUpcomingRequest.newBuilder().setPatientId(person.getPatientId()).build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request).getAppointmentsList())
                .then(visits -> {
                    visits.stream()
                            .filter(this::mayGiveWay)
                            .forEach(visit -> laters.add(new Later(Optional.of(visit))));
                    later(appointmentId).ifPresent(later::set);
                });
    }

    /// Sooner than what: the visit that was asked for, else the next one he has, unless something was chosen meanwhile.
    private Optional<Later> later(String appointmentId) {
        var untouched = later.get().equals(NOTHING) && services().getFirst().equals(service.get());
        return laters.stream()
                .filter(one ->
                        one.visit
                                .filter(visit ->
                                        appointmentId.isEmpty()
                                                ? untouched
                                                : visit.getId().equals(appointmentId))
                                .isPresent())
                .findFirst();
    }

    private boolean mayGiveWay(Appointment visit) {
        return (visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED
                        || visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_REQUESTED)
                && WaitlistModel.instant(visit.getStart()).isAfter(desk.clock().instant());
    }

    /// The earlier visit is of the same service.
    private void serviceOfLater() {
        later.get()
                .visit
                .flatMap(visit ->
                        known().filter(one -> one.getId().equals(visit.getServiceId())).findFirst())
                .ifPresent(service::set);
    }

    /// Asks the server to take it.
    void save(Runnable saved) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(() ->
                        before.isPresent()
                                ? waitlist.updateWaiting(changed(before.get())).getEntry()
                                : waitlist.addToWaitlist(added()).getEntry())
                .busy(busy)
                .once(requestId)
                .refused(this::explain)
                .then(entry -> {
                    saved.run();
                    if (before.isEmpty()) {
                        new EntrySteps(desk, model).added(entry);
                    }
                    model.entry().set(entry);
                    model.readOn();
                });
    }

    private void explain(Problem problem) {
        requestId = problem.offline() ? requestId : RequestId.fresh();
        refused.set(
                problem.is("OFFERED")
                        ? new Words(desk).offeredBy(problem.metadata())
                        : words(problem));
    }

    private String words(Problem problem) {
        return problem.fields().stream()
                .map(field -> "waitlist.wrong." + field.name())
                .filter(desk.texts()::has)
                .findFirst()
                .map(desk.texts()::get)
                .orElse(problem.text(desk.texts()));
    }

    private AddToWaitlistRequest added() {
        return AddToWaitlistRequest.newBuilder()
                .setSiteId(model.site())
                .setPatientId(person.getPatientId())
                .setWanted(wanted())
                .setAppointmentId(later.get().visit.map(Appointment::getId).orElse(""))
                .build();
    }

    private UpdateWaitingRequest changed(WaitingEntry entry) {
        return UpdateWaitingRequest.newBuilder()
                .setId(entry.getId())
                .setVersion(entry.getVersion())
                .setWanted(wanted())
                .build();
    }

    private Wanted wanted() {
        var wanted =
                Wanted.newBuilder()
                        .setServiceId(service.get().getId())
                        .setMinutes(minutes())
                        .setUrgency(urgency.get())
                        .addAllPractitionerIds(who.get().practitionerIds)
                        .setSpecialty(who.get().specialty)
                        .setEarliest(iso(earliest.get()))
                        .setLatest(iso(latest.get()))
                        .setNote(note.get().strip());
        weekdays.stream().sorted().forEach(day -> wanted.addWeekdays(day.getValue()));
        var chosen = part.get();
        if (chosen != Part.OTHER) {
            wanted.setFromMinute(chosen.from).setToMinute(chosen.to);
        } else {
            before.map(WaitingEntry::getWanted)
                    .ifPresent(was ->
                            wanted.setFromMinute(was.getFromMinute())
                                    .setToMinute(was.getToMinute()));
        }
        return wanted.build();
    }

    /// That of the later visit, or what was agreed before; 0 is that of the service.
    private int minutes() {
        var agreed =
                before.map(WaitingEntry::getWanted)
                        .filter(was -> was.getServiceId().equals(service.get().getId()))
                        .map(Wanted::getMinutes);
        return later.get()
                .visit
                .map(visit -> minutes(visit.getStart(), visit.getEnd()))
                .or(() -> agreed)
                .orElse(0);
    }

    private static int minutes(Timestamp start, Timestamp end) {
        return (int) ((end.getSeconds() - start.getSeconds()) / 60);
    }

    private static String iso(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
