package org.clinicdesk.server.waitlist;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.appointment.AppointmentFeature;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;

import java.util.List;

/// Who wants to come sooner.
public final class WaitlistFeature implements Feature {

    private final WaitlistApi api;
    private final OfferApi offerApi;

    public WaitlistFeature(
            Platform platform,
            Sites sites,
            Patients patients,
            RosterFeature hours,
            AppointmentFeature appointment) {
        var db = platform.db();
        var roster = hours.roster();
        var clock = platform.clock();
        var appointments = appointment.appointments();
        var keptTimes = appointment.keptTimes();
        var waitlist = new Waitlist(db, clock, roster, appointments);
        var slots = new FreedSlots(db, clock);
        appointments.onFreed(slots::note);
        hours.onReopened(slots::note);
        appointments.onFreed(waitlist::unbook);
        appointments.onBooked(waitlist::note);
        appointments.onCorrected(waitlist::correct);
        var offers = new Offers(db, keptTimes);
        var matching =
                new Matching(
                        db, roster, appointments, appointment.freeTimes(), waitlist, slots, offers);
        var protos = new WaitlistProtos(waitlist, appointments);
        api =
                new WaitlistApi(
                        db,
                        clock,
                        patients,
                        waitlist,
                        offers,
                        new WaitlistWishes(db, roster, sites, patients, appointments),
                        protos);
        var offering =
                new Offering(
                        db, clock, patients, appointments, keptTimes, waitlist, matching, offers);
        offerApi = new OfferApi(db, patients, waitlist, matching, offering, protos);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(FreedSlot.class, SlotOffer.class, WaitlistEntry.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(WaitlistServiceGrpc.getServiceDescriptor())
                        .unary(WaitlistServiceGrpc.getAddToWaitlistMethod(), api::add)
                        .unary(WaitlistServiceGrpc.getUpdateWaitingMethod(), api::update)
                        .unary(WaitlistServiceGrpc.getWithdrawWaitingMethod(), api::withdraw)
                        .unary(WaitlistServiceGrpc.getReinstateWaitingMethod(), api::reinstate)
                        .unary(WaitlistServiceGrpc.getListWaitingMethod(), api::list)
                        .unary(WaitlistServiceGrpc.getListProposalsMethod(), offerApi::proposals)
                        .unary(WaitlistServiceGrpc.getOfferMethod(), offerApi::offer)
                        .unary(WaitlistServiceGrpc.getWithdrawOfferMethod(), offerApi::withdraw)
                        .unary(WaitlistServiceGrpc.getDeclineMethod(), offerApi::decline)
                        .unary(WaitlistServiceGrpc.getBookOfferMethod(), offerApi::book)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("waitlist_entry", "WaitlistEntry"),
                Check.audited("slot_offer", "SlotOffer"),
                new Check(
                        "a freed time is offered to one person at a time",
                        """
                        select 'slot_offer ' || cast(a.id as varchar(60)) || ' and ' || cast(b.id as varchar(60))
                        from slot_offer a
                        join slot_offer b on b.practitioner_id = a.practitioner_id and b.id > a.id
                          and b.starts_at < a.ends_at and b.ends_at > a.starts_at
                        join slot_hold g on g.id = a.hold_id
                        join slot_hold h on h.id = b.hold_id
                        where a.state = 'OFFERED' and b.state = 'OFFERED'
                          and g.ended_at is null and g.expires_at > current_timestamp
                          and h.ended_at is null and h.expires_at > current_timestamp\
                        """),
                new Check(
                        "whoever was booked from the waiting list has the visit",
                        """
                        select 'waitlist_entry ' || cast(e.id as varchar(60)) from waitlist_entry e
                        left join appointment a on a.id = e.booked_appointment_id and a.patient_id = e.patient_id
                        where e.state = 'BOOKED' and a.id is null\
                        """));
    }
}
