package org.clinicdesk.client.caseload;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetVisitsCalendarRequest;
import org.clinicdesk.appointment.v1.ListMyPatientsRequest;
import org.clinicdesk.appointment.v1.ListMyPatientsResponse;
import org.clinicdesk.appointment.v1.ListMyVisitsRequest;
import org.clinicdesk.appointment.v1.ListMyVisitsResponse;
import org.clinicdesk.appointment.v1.UnderCare;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.PersonLine;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which visits are shown, or the people under the doctor's care; a long list grows by pages.
final class CaseloadModel {

    private static final int PAGE = 100;

    /// To come, or going on.
    private static final Set<AppointmentStatus> AHEAD =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                    AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                    AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                    AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM);

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final StartModel start;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.DAY);
    private final ObjectProperty<Optional<AppointmentStatus>> status =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LocalDate> day;
    private final ObservableList<Appointment> visits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Appointment> visit = new SimpleObjectProperty<>();
    private final ObservableList<UnderCare> patients = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnderCare> patient = new SimpleObjectProperty<>();
    private final ObservableMap<AppointmentStatus, Integer> counts =
            FXCollections.observableHashMap();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Busy busy = new Busy();
    private final Lane reading = new Lane();

    CaseloadModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.start = new StartModel(desk);
        this.day = new ReadOnlyObjectWrapper<>(desk.today());
        watch();
        period.addListener((property, before, now) -> show());
        status.addListener((property, before, now) -> read());
    }

    ObjectProperty<Period> period() {
        return period;
    }

    /// Empty: all.
    ObjectProperty<Optional<AppointmentStatus>> status() {
        return status;
    }

    /// A day of the period.
    ReadOnlyObjectProperty<LocalDate> day() {
        return day.getReadOnlyProperty();
    }

    LocalDate first() {
        return period.get().first(day.get());
    }

    LocalDate last() {
        return period.get().last(day.get());
    }

    ObservableList<Appointment> visits() {
        return visits;
    }

    ObjectProperty<@Nullable Appointment> visit() {
        return visit;
    }

    ObservableList<UnderCare> patients() {
        return patients;
    }

    ObjectProperty<@Nullable UnderCare> patient() {
        return patient;
    }

    /// How many visits of the period stand where.
    ObservableMap<AppointmentStatus, Integer> counts() {
        return counts;
    }

    /// How many rows there are, shown or not.
    ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    ObservableSet<String> topics() {
        return topics;
    }

    Busy busy() {
        return busy;
    }

    void go(int steps) {
        if (showsVisits()) {
            day.set(period.get().go(day.get(), steps));
            show();
        }
    }

    void today() {
        day.set(desk.today());
        show();
    }

    boolean showsVisits() {
        return period.get() != Period.PATIENTS;
    }

    private void show() {
        watch();
        read();
    }

    /// Leave, closures and the like do not concern this list: only the days do.
    private void watch() {
        var now = first().datesUntil(last().plusDays(1)).map(date -> "day/" + date).toList();
        topics.addAll(now);
        topics.retainAll(now);
    }

    /// Reads again, as much of a long list as was shown.
    void read() {
        if (showsVisits()) {
            visits(0, Math.max(PAGE, Math.min(2 * PAGE, visits.size())), visits::setAll);
        } else {
            patients(0, Math.max(PAGE, Math.min(2 * PAGE, patients.size())), patients::setAll);
        }
    }

    /// Reads the next rows of a long list.
    void more() {
        if (showsVisits()) {
            visits(visits.size(), PAGE, visits::addAll);
        } else {
            patients(patients.size(), PAGE, patients::addAll);
        }
    }

    private void visits(int offset, int limit, Function<List<Appointment>, Boolean> into) {
        var wish =
                ListMyVisitsRequest.newBuilder()
                        .setFrom(first().toString())
                        .setUntil(last().toString())
                        .setOffset(offset)
                        .setLimit(limit);
        status.get().ifPresent(wish::addStatuses);
        var request = wish.build();
        desk.calls()
                .call(() -> appointments.listMyVisits(request))
                .busy(busy)
                .latest(reading)
                .then(answer -> show(answer, into));
    }

    private void show(ListMyVisitsResponse answer, Function<List<Appointment>, Boolean> into) {
        var before = Optional.ofNullable(visit.get()).map(Appointment::getId).orElse("");
        total.set(answer.getTotal());
        counts.clear();
        answer.getCountsList().forEach(count -> counts.put(count.getStatus(), count.getVisits()));
        into.apply(answer.getAppointmentsList());
        visit.set(
                visits.stream()
                        .filter(one -> one.getId().equals(before))
                        .findFirst()
                        .orElse(visits.isEmpty() ? null : next()));
    }

    /// Who comes next, or the first of a list that is over.
    private Appointment next() {
        return visits.stream()
                .filter(one -> AHEAD.contains(one.getStatus()))
                .filter(one -> !instant(one.getEnd()).isBefore(desk.clock().instant()))
                .findFirst()
                .orElse(visits.getFirst());
    }

    private void patients(int offset, int limit, Function<List<UnderCare>, Boolean> into) {
        var request = ListMyPatientsRequest.newBuilder().setOffset(offset).setLimit(limit).build();
        desk.calls()
                .call(() -> appointments.listMyPatients(request))
                .busy(busy)
                .latest(reading)
                .then(answer -> show(answer, into));
    }

    private void show(ListMyPatientsResponse answer, Function<List<UnderCare>, Boolean> into) {
        var before = patient.get();
        total.set(answer.getTotal());
        into.apply(answer.getPatientsList());
        patient.set(
                patients.stream()
                        .filter(one ->
                                before != null
                                        && one.getPerson()
                                                .getPatientId()
                                                .equals(before.getPerson().getPatientId()))
                        .findFirst()
                        .orElse(patients.isEmpty() ? null : patients.getFirst()));
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    /// On the wall clock of the clinic.
    ZonedDateTime at(Timestamp time) {
        return instant(time).atZone(desk.session().zone());
    }

    /// What comes next for a visit.
    void open(Appointment chosen) {
        start.open(chosen, this::read);
    }

    void openRecord() {
        person().ifPresent(this::record);
    }

    /// Asks when the chosen person is to be seen again.
    void seeAgain() {
        person().flatMap(desk::seeAgain).ifPresent(Runnable::run);
    }

    private Optional<PersonLine> person() {
        return showsVisits()
                ? Optional.ofNullable(visit.get()).map(Appointment::getPerson)
                : Optional.ofNullable(patient.get()).map(UnderCare::getPerson);
    }

    void record(PersonLine person) {
        start.record(person);
    }

    /// Saves the visits of the period as a calendar file.
    void export() {
        if (!showsVisits() || busy.is()) {
            return;
        }
        var request =
                GetVisitsCalendarRequest.newBuilder()
                        .setPractitionerId(desk.session().desk().getStaffId())
                        .setFrom(first().toString())
                        .setUntil(last().toString())
                        .build();
        desk.calls()
                .call(() -> appointments.getVisitsCalendar(request).getFile())
                .busy(busy)
                .then(desk.paper()::save);
    }
}
