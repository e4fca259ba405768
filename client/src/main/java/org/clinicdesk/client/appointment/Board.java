package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;

import java.util.Optional;

/// The models of one board, wired.
///
/// @param bookFor whom the next visit is for, when somebody came here to book for a certain person
record Board(
        Desk desk,
        BoardModel day,
        Walk walk,
        LayoutModel layout,
        ViewsModel views,
        VisitActions actions,
        MoveModel moves,
        ArrivalModel arrivals,
        PinModel pins,
        UnfinishedModel unfinished,
        ProposalsModel proposals,
        WaitingModel waiting,
        ClosedModel closed,
        ObjectProperty<Optional<PersonLine>> bookFor) {

    static Board of(Desk desk) {
        var day = new BoardModel(desk);
        var actions = new VisitActions(day);
        var pins = new PinModel(day, actions);
        return new Board(
                desk,
                day,
                new Walk(day, pins),
                new LayoutModel(day),
                new ViewsModel(day),
                actions,
                new MoveModel(day, actions),
                new ArrivalModel(day, actions),
                pins,
                new UnfinishedModel(day),
                new ProposalsModel(day),
                new WaitingModel(day),
                new ClosedModel(day),
                new SimpleObjectProperty<>(Optional.empty()));
    }

    /// A booking at the cursor; nowhere when there is no column.
    Optional<BookingModel> booking(Runnable booked) {
        var wish = pins.unbooked().map(pin -> Wish.of(desk, pin)).orElse(Wish.NOTHING);
        return booking(wish, booked);
    }

    /// @param wish what is known of it already
    Optional<BookingModel> booking(Wish wish, Runnable booked) {
        var at = day.cursor().get();
        if (at.isNowhere() || !actions.rights().mayWrite()) {
            return Optional.empty();
        }
        var booking =
                new BookingModel(
                        day,
                        actions,
                        at,
                        wish,
                        () -> {
                            bookFor.set(Optional.empty());
                            pins.drop();
                            booked.run();
                        });
        if (wish.person().isEmpty()) {
            bookFor.get().ifPresent(booking.whom()::choose);
        }
        pins.unbooked().ifPresent(booking::place);
        return Optional.of(booking);
    }

    /// Who is meant by an id, for whom only the id is known.
    void withPerson(String patientId, java.util.function.Consumer<PersonLine> then) {
        var here = desk.patient().get();
        if (here != null && here.getPatientId().equals(patientId)) {
            then.accept(here);
            return;
        }
        new Someone(desk).find(patientId, then);
    }
}
