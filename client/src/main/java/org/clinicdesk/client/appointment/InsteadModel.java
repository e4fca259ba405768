package org.clinicdesk.client.appointment;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is free instead of a time that was refused, in one list: with the same doctor that day, with others that day, with
/// the same doctor on another day. Read when it is asked for, so that a refusal is told at once.
final class InsteadModel {

    private static final int SAME_DAY = 2;
    private static final int OTHERS = 2;
    private static final int LATER = 2;
    private static final int DAYS = 28;
    private static final int AN_HOUR = 60;
    private static final int MANY = 100;

    private final Desk desk;
    private final WallTime wall;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<Instead> offers = FXCollections.observableArrayList();
    private final Lane reading = new Lane();

    InsteadModel(Desk desk, WallTime wall) {
        this.desk = desk;
        this.wall = wall;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// How a time differs from the one that was refused.
    enum Kind {
        SAME_DOCTOR,
        OTHER_DOCTOR,
        OTHER_DAY
    }

    /// A time that can be taken instead.
    record Instead(Kind kind, String practitionerId, LocalDate date, int minute) {}

    ObservableList<Instead> offers() {
        return offers;
    }

    void forget() {
        reading.drop();
        offers.clear();
    }

    /// @param wanted all that the time must do for, but the doctors, the days and the hours
    void read(Slot refused, SearchOpeningsRequest wanted) {
        offers.clear();
        var his =
                wanted.toBuilder()
                        .addPractitionerIds(refused.practitionerId())
                        .setFrom(refused.date().toString())
                        .setDays(DAYS)
                        .setLimit(MANY)
                        .build();
        var thatDay =
                wanted.toBuilder()
                        .setFrom(refused.date().toString())
                        .setDays(1)
                        .setFromMinute(Math.max(0, refused.minute() - AN_HOUR))
                        .setLimit(MANY)
                        .build();
        desk.calls()
                .call(() -> {
                    var all = new ArrayList<Opening>();
                    if (!refused.practitionerId().isEmpty()) {
                        all.addAll(appointments.searchOpenings(his).getOpeningsList());
                        all.addAll(
                                appointments.searchOpenings(later(his, refused)).getOpeningsList());
                    }
                    all.addAll(appointments.searchOpenings(thatDay).getOpeningsList());
                    all.addAll(appointments.searchOpenings(whole(thatDay)).getOpeningsList());
                    return all;
                })
                .latest(reading)
                .refused(problem -> {})
                .then(found -> offers.setAll(chosen(refused, found)));
    }

    private static SearchOpeningsRequest whole(SearchOpeningsRequest day) {
        return day.toBuilder().setFromMinute(0).build();
    }

    /// At most three of a day are told, from the beginning of the day on: here those about the wall time that was wanted.
    private static SearchOpeningsRequest later(SearchOpeningsRequest his, Slot refused) {
        return his.toBuilder().setFromMinute(refused.minute()).build();
    }

    private List<Instead> chosen(Slot refused, List<Opening> found) {
        var all =
                found.stream()
                        .map(opening -> instead(refused, opening))
                        .distinct()
                        .sorted(nearest(refused))
                        .toList();
        var same = of(all, Kind.SAME_DOCTOR).limit(SAME_DAY);
        var others =
                onceEach(of(all, Kind.OTHER_DOCTOR), Instead::practitionerId)
                        .sorted(Comparator.comparing(one -> !alike(refused, one)))
                        .limit(OTHERS);
        var later = onceEach(of(all, Kind.OTHER_DAY), Instead::date).limit(LATER);
        return Stream.of(same, others, later).flatMap(one -> one).toList();
    }

    /// Of the same specialty.
    private boolean alike(Slot refused, Instead one) {
        return Times.specialty(desk, refused.practitionerId())
                .equals(Times.specialty(desk, one.practitionerId));
    }

    private static Stream<Instead> of(List<Instead> all, Kind kind) {
        Predicate<Instead> is = one -> one.kind == kind;
        return all.stream().filter(is);
    }

    /// Of each doctor, or each day, the first.
    private static <K> Stream<Instead> onceEach(
            Stream<Instead> all, java.util.function.Function<Instead, K> by) {
        var first = new LinkedHashMap<K, Instead>();
        all.forEach(one -> first.putIfAbsent(by.apply(one), one));
        return first.values().stream();
    }

    private Instead instead(Slot refused, Opening opening) {
        Instant start = Day.instant(opening.getStart());
        var date = LocalDate.ofInstant(start, wall.zone());
        var kind =
                !date.equals(refused.date())
                        ? Kind.OTHER_DAY
                        : opening.getPractitionerId().equals(refused.practitionerId())
                                ? Kind.SAME_DOCTOR
                                : Kind.OTHER_DOCTOR;
        return new Instead(kind, opening.getPractitionerId(), date, wall.minute(start, date));
    }

    /// The nearest day first, and on it what is nearest to the wall time that was wanted.
    private static Comparator<Instead> nearest(Slot refused) {
        return Comparator.comparing(Instead::date)
                .thenComparingInt(one -> Math.abs(one.minute - refused.minute()));
    }
}
