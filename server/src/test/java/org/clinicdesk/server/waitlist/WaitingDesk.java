package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.clinicdesk.server.appointment.FrontDesk.at;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.clinicdesk.waitlist.v1.BookOfferRequest;
import org.clinicdesk.waitlist.v1.BookOfferResponse;
import org.clinicdesk.waitlist.v1.DeclineRequest;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.ListProposalsRequest;
import org.clinicdesk.waitlist.v1.ListWaitingRequest;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.OfferRequest;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc.WaitlistServiceBlockingStub;
import org.clinicdesk.waitlist.v1.Wanted;
import org.clinicdesk.waitlist.v1.WithdrawReason;
import org.clinicdesk.waitlist.v1.WithdrawWaitingRequest;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A receptionist who keeps the waiting list, for tests. Each test waits for a day of its own.
final class WaitingDesk {

    final FrontDesk desk;
    private final WaitlistServiceBlockingStub list;

    WaitingDesk(TestServer server) {
        this.desk = new FrontDesk(server);
        this.list =
                WaitlistServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("linh").getToken()));
    }

    WaitlistServiceBlockingStub list() {
        return list;
    }

    /// Somebody new who wants to come on one day.
    WaitingEntry waits(String given, int day) {
        return waits(given, day, _ -> {});
    }

    WaitingEntry waits(String given, int day, Consumer<Wanted.Builder> limits) {
        var wanted = wanted(day);
        limits.accept(wanted);
        return add(desk.patient(given), wanted, "");
    }

    Wanted.Builder wanted(int day) {
        var date = TODAY.plusDays(day).toString();
        return Wanted.newBuilder()
                .setServiceId(desk.service("Consultation"))
                .setMinutes(30)
                .setUrgency(Urgency.URGENCY_ROUTINE)
                .setEarliest(date)
                .setLatest(date);
    }

    WaitingEntry add(String patient, Wanted.Builder wanted, String appointment) {
        return list.addToWaitlist(
                        AddToWaitlistRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setPatientId(patient)
                                .setWanted(wanted)
                                .setAppointmentId(appointment)
                                .build())
                .getEntry();
    }

    /// A visit of half an hour that was booked and cancelled.
    Appointment freed(String doctor, int day, String time) {
        var visit = desk.book(desk.patient("Hủy " + day), doctor, at(day, time));
        return desk.cancel(visit);
    }

    List<WaitingEntry> waiting() {
        return list.listWaiting(ListWaitingRequest.newBuilder().setSiteId(desk.site()).build())
                .getEntriesList();
    }

    List<WaitingEntry> of(WaitingEntry entry) {
        return list.listWaiting(
                        ListWaitingRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setPatientId(entry.getPerson().getPatientId())
                                .build())
                .getEntriesList();
    }

    /// What is proposed for a day.
    List<FreedSlot> proposals(int day) {
        var from = at(day, "00:00");
        var to = at(day + 1, "00:00");
        return list
                .listProposals(ListProposalsRequest.newBuilder().setSiteId(desk.site()).build())
                .getSlotsList()
                .stream()
                .filter(slot -> !instant(slot).isBefore(from) && instant(slot).isBefore(to))
                .toList();
    }

    private static Instant instant(FreedSlot slot) {
        return Instant.ofEpochSecond(slot.getStart().getSeconds());
    }

    /// Who is proposed for the only freed time of a day, in order.
    List<String> proposed(int day) {
        return proposals(day).stream()
                .flatMap(slot -> slot.getMatchesList().stream())
                .map(match -> match.getEntry().getId())
                .toList();
    }

    Offer offer(FreedSlot slot, WaitingEntry entry) {
        return offer(slot, entry, 0);
    }

    Offer offer(FreedSlot slot, WaitingEntry entry, int seconds) {
        return list.offer(
                        OfferRequest.newBuilder()
                                .setSlotId(slot.getId())
                                .setEntryId(entry.getId())
                                .setSeconds(seconds)
                                .build())
                .getOffer();
    }

    /// Offers a time to whom it is meant for, when it is.
    Offer offer(FreedSlot slot) {
        return offer(slot, slot.getMatches(0));
    }

    Offer offer(FreedSlot slot, FreedSlot.Match to) {
        return list.offer(
                        OfferRequest.newBuilder()
                                .setSlotId(slot.getId())
                                .setEntryId(to.getEntry().getId())
                                .setStart(to.getStart())
                                .build())
                .getOffer();
    }

    /// Notes that the one for whom a time is meant does not want it.
    void decline(FreedSlot slot) {
        var _ =
                list.decline(
                        DeclineRequest.newBuilder()
                                .setSlotId(slot.getId())
                                .setEntryId(slot.getMatches(0).getEntry().getId())
                                .setStart(slot.getMatches(0).getStart())
                                .build());
    }

    /// "08:00-08:30": what is proposed for a day.
    List<String> times(int day) {
        return proposals(day).stream().map(WaitingDesk::time).toList();
    }

    static String time(FreedSlot slot) {
        return wall(slot.getStart()) + "-" + wall(slot.getEnd());
    }

    private static String wall(com.google.protobuf.Timestamp at) {
        return Protos.instant(at).atZone(SampleClinic.ZONE).toLocalTime().toString();
    }

    void decline(FreedSlot slot, WaitingEntry entry) {
        var _ =
                list.decline(
                        DeclineRequest.newBuilder()
                                .setSlotId(slot.getId())
                                .setEntryId(entry.getId())
                                .build());
    }

    BookOfferResponse book(Offer offer) {
        return list.bookOffer(BookOfferRequest.newBuilder().setId(offer.getId()).build());
    }

    WaitingEntry withdraw(WaitingEntry entry) {
        return list.withdrawWaiting(
                        WithdrawWaitingRequest.newBuilder()
                                .setId(entry.getId())
                                .setVersion(entry.getVersion())
                                .setReason(WithdrawReason.WITHDRAW_REASON_PATIENT)
                                .build())
                .getEntry();
    }
}
