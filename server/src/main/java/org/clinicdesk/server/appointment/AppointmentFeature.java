package org.clinicdesk.server.appointment;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Job;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.site.SiteFeature;

import java.util.List;

/// Booked visits.
public final class AppointmentFeature implements Feature {

    private final Appointments appointments;
    private final Holds holds;
    private final Resources resources;
    private final KeptTimes keptTimes;
    private final FreeTimes freeTimes;
    private final Replanning replanning;
    private final Alternatives alternatives;
    private final AppointmentApi api;
    private final BookingApi booking;
    private final PinApi pins;
    private final BoardViewApi views;
    private final OpeningApi openings;
    private final FollowUpApi orders;
    private final ResourceApi settings;
    private final SetupApi setup;
    private final LateApi late;
    private final LateVisits lateVisits;
    private final CaseloadApi caseload;

    public AppointmentFeature(
            Platform platform,
            SiteFeature site,
            PatientFeature patient,
            RosterFeature roster,
            QueueFeature queue) {
        var db = platform.db();
        var clock = platform.clock();
        var hours = roster.roster();
        var entries = queue.entries();
        var patients = patient.patients();
        resources = new Resources(db);
        var claims = new Claims(resources, hours);
        var bookings = new Bookings(db, clock, hours);
        var pinboard = new Pinboard(db, clock);
        var followUps = new FollowUps(db);
        var wishes = new Wishes(db, patients, site.sites());
        var places = new SeriesPlaces(db);
        var lines = new AppointmentLines(db, patients, entries, places);
        holds = new Holds(db, clock, hours, bookings);
        var chronicle = new Chronicle(db, clock);
        var scheduling =
                new Scheduling(
                        clock,
                        hours,
                        bookings,
                        claims,
                        chronicle,
                        pinboard,
                        followUps,
                        site.sites(),
                        roster.stranded(),
                        holds);
        appointments =
                new Appointments(
                        db, clock, hours, entries, bookings, scheduling, chronicle, pinboard);
        chronicle.onCorrected(pinboard::correct);
        entries.onChange(appointments::follow);
        entries.bookedRooms(id -> appointments.get(id).roomId());
        var board = new DayBoard(db, hours, entries, holds, pinboard, resources);
        keptTimes = new KeptTimes(appointments, holds, claims, scheduling);
        freeTimes = new FreeTimes(db, clock, hours, claims);
        var undoing =
                new Undoing(
                        clock, appointments, scheduling, bookings, chronicle, entries, pinboard);
        replanning =
                new Replanning(
                        db,
                        clock,
                        appointments,
                        scheduling,
                        bookings,
                        claims,
                        undoing,
                        pinboard,
                        patients,
                        entries);
        alternatives = new Alternatives(db, clock, hours, resources);
        api =
                new AppointmentApi(
                        clock,
                        appointments,
                        undoing,
                        board,
                        new DaySheet(clock, site.sites(), board),
                        queue.board(),
                        hours,
                        patients,
                        lines,
                        places);
        var series = new Series(db, clock, hours, appointments, bookings, scheduling);
        booking =
                new BookingApi(
                        db,
                        appointments,
                        scheduling,
                        series,
                        holds,
                        claims,
                        pinboard,
                        followUps,
                        wishes,
                        patients,
                        lines);
        var reminders = new Reminders(db, clock, hours);
        var releasing = new Releasing(clock, appointments);
        late = new LateApi(db, appointments, reminders, releasing, lines);
        lateVisits = new LateVisits(db, clock, appointments, hours, reminders, releasing);
        caseload =
                new CaseloadApi(
                        db,
                        hours,
                        entries,
                        new Caseload(db, clock),
                        new VisitsCalendar(clock, site.sites()),
                        places);
        pins =
                new PinApi(
                        db,
                        appointments,
                        pinboard,
                        holds,
                        new Worklist(db, clock, hours, roster.closures()),
                        reminders,
                        wishes,
                        patients,
                        places,
                        followUps,
                        hours);
        views = new BoardViewApi(db, clock);
        orders = new FollowUpApi(db, clock, hours, followUps, wishes, patients);
        openings =
                new OpeningApi(
                        hours,
                        site.sites(),
                        new OpeningSearch(db, clock, hours, new Caps(db), claims),
                        appointments,
                        new Needs(db, clock, hours, claims));
        settings = new ResourceApi(db, clock, site.sites(), resources);
        setup = new SetupApi(db, site.sites(), resources, new Caps(db), queue.board());
    }

    /// Times that desks keep for themselves.
    public Holds holds() {
        return holds;
    }

    /// Times kept for one person while he is asked.
    public KeptTimes keptTimes() {
        return keptTimes;
    }

    /// Whether times can be had, for many people at once.
    public FreeTimes freeTimes() {
        return freeTimes;
    }

    public Resources resources() {
        return resources;
    }

    public Appointments appointments() {
        return appointments;
    }

    /// Other times for many visits at once.
    public Replanning replanning() {
        return replanning;
    }

    public Alternatives alternatives() {
        return alternatives;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                Appointment.class,
                AppointmentHistory.class,
                Booking.class,
                BookingRules.class,
                BoardView.class,
                DoctorLimits.class,
                FollowUp.class,
                PinnedVisit.class,
                Reminder.class,
                Resource.class,
                SlotHold.class,
                VisitType.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(AppointmentServiceGrpc.getServiceDescriptor())
                        .unary(AppointmentServiceGrpc.getGetDayMethod(), api::day)
                        .unary(AppointmentServiceGrpc.getGetDaySheetMethod(), api::sheet)
                        .unary(AppointmentServiceGrpc.getListUpcomingMethod(), api::upcoming)
                        .unary(AppointmentServiceGrpc.getSearchOpeningsMethod(), openings::find)
                        .unary(AppointmentServiceGrpc.getListNeedsMethod(), openings::needs)
                        .unary(AppointmentServiceGrpc.getBookMethod(), booking::book)
                        .unary(AppointmentServiceGrpc.getMoveMethod(), booking::move)
                        .unary(AppointmentServiceGrpc.getCorrectMethod(), booking::correct)
                        .unary(AppointmentServiceGrpc.getCancelMethod(), booking::cancel)
                        .unary(AppointmentServiceGrpc.getOverbookMethod(), booking::overbook)
                        .unary(AppointmentServiceGrpc.getBookSeriesMethod(), booking::bookSeries)
                        .unary(AppointmentServiceGrpc.getRescheduleMethod(), booking::reschedule)
                        .unary(AppointmentServiceGrpc.getHoldMethod(), booking::hold)
                        .unary(AppointmentServiceGrpc.getReleaseHoldMethod(), booking::releaseHold)
                        .unary(AppointmentServiceGrpc.getMarkNoShowMethod(), api::markNoShow)
                        .unary(AppointmentServiceGrpc.getMarkAttendedMethod(), api::markAttended)
                        .unary(
                                AppointmentServiceGrpc.getSetConfirmationMethod(),
                                api::setConfirmation)
                        .unary(AppointmentServiceGrpc.getUndoMethod(), api::undo)
                        .unary(AppointmentServiceGrpc.getPinMethod(), pins::pin)
                        .unary(AppointmentServiceGrpc.getUnpinMethod(), pins::unpin)
                        .unary(AppointmentServiceGrpc.getListUnfinishedMethod(), pins::unfinished)
                        .unary(AppointmentServiceGrpc.getListBoardViewsMethod(), views::list)
                        .unary(AppointmentServiceGrpc.getSetBoardViewMethod(), views::set)
                        .unary(AppointmentServiceGrpc.getRemoveBoardViewMethod(), views::remove)
                        .unary(AppointmentServiceGrpc.getOrderFollowUpMethod(), orders::order)
                        .unary(AppointmentServiceGrpc.getWithdrawFollowUpMethod(), orders::withdraw)
                        .unary(AppointmentServiceGrpc.getListFollowUpsMethod(), orders::list)
                        .unary(AppointmentServiceGrpc.getGetSetupMethod(), setup::get)
                        .unary(
                                AppointmentServiceGrpc.getSetVisitTypeMethod(),
                                settings::setVisitType)
                        .unary(AppointmentServiceGrpc.getSetResourceMethod(), settings::setResource)
                        .unary(AppointmentServiceGrpc.getSetLimitsMethod(), settings::setLimits)
                        .unary(AppointmentServiceGrpc.getGetBookingRulesMethod(), late::rules)
                        .unary(AppointmentServiceGrpc.getSetBookingRulesMethod(), late::setRules)
                        .unary(AppointmentServiceGrpc.getReleaseMethod(), late::release)
                        .unary(AppointmentServiceGrpc.getNoteReminderMethod(), late::note)
                        .unary(AppointmentServiceGrpc.getWithdrawReminderMethod(), late::withdraw)
                        .unary(AppointmentServiceGrpc.getListVisitsTodayMethod(), caseload::today)
                        .unary(AppointmentServiceGrpc.getListMyVisitsMethod(), caseload::visits)
                        .unary(AppointmentServiceGrpc.getListMyPatientsMethod(), caseload::patients)
                        .unary(
                                AppointmentServiceGrpc.getGetVisitsCalendarMethod(),
                                caseload::calendar)
                        .unary(AppointmentServiceGrpc.getReinstateMethod(), api::reinstate)
                        .unary(AppointmentServiceGrpc.getCheckInMethod(), api::checkIn)
                        .unary(AppointmentServiceGrpc.getUndoCheckInMethod(), api::undoCheckIn)
                        .bind());
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                new Job("late visits", LateVisits.EVERY, lateVisits::releaseAll),
                new Job("holds", Holds.EVERY, holds::sweep));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("appointment", "Appointment"),
                Check.audited("reminder", "Reminder"),
                new Check(
                        "nobody and nothing is booked twice at one time",
                        """
                        select 'booking ' || cast(a.id as varchar(60)) || ' and ' || cast(b.id as varchar(60))
                        from booking a join booking b
                          on b.resource_id = a.resource_id and b.id > a.id
                          and b.starts_at < a.ends_at and b.ends_at > a.starts_at
                        where a.active and b.active and a.hold_id is null and b.hold_id is null
                          and not a.overbooked and not b.overbooked\
                        """),
                new Check(
                        "every appointment is where its history says",
                        """
                        select 'appointment ' || cast(a.id as varchar(60)) from appointment a
                        where not exists (
                          select 1 from appointment_history h
                          where h.appointment_id = a.id and h.number = a.changes and h.new_status = a.status
                            and h.new_practitioner_id = a.practitioner_id
                            and h.new_room_id is not distinct from a.room_id and h.new_others = a.others
                            and h.new_starts_at = a.starts_at and h.new_ends_at = a.ends_at
                            and h.new_confirmation = a.confirmation and h.new_overbooked = a.overbooked
                            and h.new_cancel_reason is not distinct from a.cancel_reason
                            and h.new_service_id = a.service_id and h.new_reason = a.reason
                            and h.new_early_minutes = a.early_minutes)\
                        """),
                new Check(
                        "each change of an appointment begins where the one before ended",
                        """
                        select 'appointment ' || cast(h.appointment_id as varchar(60)) from appointment_history h
                        where h.number > 1 and not exists (
                          select 1 from appointment_history p
                          where p.appointment_id = h.appointment_id and p.number = h.number - 1
                            and p.new_status = h.old_status and p.new_practitioner_id = h.old_practitioner_id
                            and p.new_room_id is not distinct from h.old_room_id and p.new_others = h.old_others
                            and p.new_starts_at = h.old_starts_at and p.new_ends_at = h.old_ends_at
                            and p.new_confirmation = h.old_confirmation and p.new_overbooked = h.old_overbooked
                            and p.new_cancel_reason is not distinct from h.old_cancel_reason
                            and p.new_service_id = h.old_service_id and p.new_reason = h.old_reason
                            and p.new_early_minutes = h.old_early_minutes)\
                        """),
                new Check(
                        "an appointment keeps its patient and its doctor busy exactly while it is"
                                + " neither cancelled nor missed",
                        """
                        select 'appointment ' || cast(a.id as varchar(60)) from appointment a
                        where (select count(*) from booking b
                               where b.appointment_id = a.id and b.active and b.starts_at <= a.starts_at
                                 and b.ends_at >= a.ends_at and b.resource_id in (a.patient_id, a.practitioner_id))
                          <> case when a.status in ('CANCELLED', 'NO_SHOW') then 0 else 2 end\
                        """),
                new Check(
                        "a booking is overbooked only by a decision, or for somebody who came after"
                                + " all",
                        """
                        select 'booking ' || cast(b.id as varchar(60)) from booking b
                        join appointment a on a.id = b.appointment_id
                        where b.active and b.overbooked
                          and (not a.overbooked or b.kind <> 'PRACTITIONER'
                            or a.overbook_reason is null and not exists (
                              select 1 from appointment_history h where h.appointment_id = a.id
                                and h.old_status in ('NO_SHOW', 'CANCELLED') and h.new_status = 'ARRIVED'))\
                        """),
                new Check(
                        "what is given up keeps nothing busy",
                        """
                        select 'booking ' || cast(b.id as varchar(60)) from booking b
                        join slot_hold h on h.id = b.hold_id where b.active and h.ended_at is not null\
                        """));
    }
}
