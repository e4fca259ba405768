package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The first free times for what is wanted, found anew with every change of it.
final class FindModel {

    /// A part of the day.
    enum Part {
        ANY(0, 0),
        MORNING(0, 12 * 60),
        AFTERNOON(12 * 60, 18 * 60),
        EVENING(17 * 60, 24 * 60);

        private final int from;
        private final int to;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /// Whom a time is wanted with.
    ///
    /// @param practitionerId empty for anybody of the specialty
    /// @param specialty empty for any
    record Who(String practitionerId, String specialty, String name) {}

    private final Desk desk;
    private final Board board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ObjectProperty<Who> who = new SimpleObjectProperty<>();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ANY);
    private final ObservableSet<DayOfWeek> weekdays = FXCollections.observableSet();
    private final ObservableList<Opening> openings = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Opening> chosen = new SimpleObjectProperty<>();
    private final LocalDate from;
    private final Busy busy = new Busy();
    private final Lane searches = new Lane();

    /// Looks from the day of the board on.
    FindModel(Board board) {
        this.desk = board.desk();
        this.board = board;
        this.from = board.day().date().get();
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        services().stream().findFirst().ifPresent(service::set);
        who.set(everybody().getFirst());
        Stream.of(service, who, part).forEach(wish -> wish.addListener(change -> find()));
        weekdays.addListener((SetChangeListener<DayOfWeek>) change -> find());
        find();
    }

    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    /// Anybody, then the specialties, then each one by name.
    List<Who> everybody() {
        var known = desk.session().desk().getPractitionersList();
        var all = new ArrayList<Who>();
        all.add(new Who("", "", desk.texts().get("appointment.find.anybody")));
        known.stream()
                .map(Practitioner::getSpecialty)
                .filter(specialty -> !specialty.isEmpty())
                .distinct()
                .sorted()
                .forEach(specialty -> all.add(new Who("", specialty, specialty)));
        known.forEach(one -> all.add(new Who(one.getId(), "", one.getName())));
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

    ObservableList<Opening> openings() {
        return openings;
    }

    ObjectProperty<@Nullable Opening> chosen() {
        return chosen;
    }

    Busy busy() {
        return busy;
    }

    private void find() {
        var wanted =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(board.day().siteId())
                        .setServiceId(service.get().getId())
                        .setSpecialty(who.get().specialty())
                        .setFrom(from.toString())
                        .setFromMinute(part.get().from)
                        .setToMinute(part.get().to);
        weekdays.forEach(day -> wanted.addWeekdays(day.getValue()));
        if (!who.get().practitionerId().isEmpty()) {
            wanted.addPractitionerIds(who.get().practitionerId());
        }
        board.bookFor().get().ifPresent(person -> wanted.setPatientId(person.getPatientId()));
        var request = wanted.build();
        desk.calls()
                .call(() -> appointments.searchOpenings(request))
                .busy(busy)
                .latest(searches)
                .then(answer -> {
                    openings.setAll(answer.getOpeningsList());
                    chosen.set(openings.isEmpty() ? null : openings.getFirst());
                });
    }

    /// Shows the time on the board and does something there.
    void go(Opening opening, Runnable then) {
        var start = Day.instant(opening.getStart()).atZone(desk.session().zone());
        board.day()
                .go(
                        start.toLocalDate(),
                        opening.getPractitionerId(),
                        Times.minute(start.toLocalTime()),
                        then);
    }
}
