package org.clinicdesk.server.roster;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.SiteFeature;
import org.clinicdesk.server.staff.Staff;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Working time: hours, holidays, closures, blockouts and leave.
public final class RosterFeature implements Feature {

    private final Roster roster;
    private final RosterApi api;
    private final AbsenceApi absences;
    private final Closures closures;
    private final StrandedVisits stranded;
    private final Reopening reopening;

    public RosterFeature(Platform platform, Staff staff, SiteFeature site) {
        var db = platform.db();
        var clock = platform.clock();
        roster = new Roster(db, clock, site.sites());
        reopening = new Reopening(db, clock, roster, site.sites(), staff);
        staff.onBookable(reopening::of);
        closures = new Closures(db, clock, roster);
        var taken = new TakenHours(db, clock, roster, closures);
        staff.onGone(member -> taken.gone(member.id(), ids(site.sites().sites())));
        site.sites().onClosing(closed -> taken.refuseBooked(closed.id()));
        stranded = new StrandedVisits(db, clock, roster, closures);
        absences =
                new AbsenceApi(
                        db,
                        clock,
                        roster,
                        new Absences(db, clock, roster, staff, reopening, stranded),
                        staff);
        api =
                new RosterApi(
                        db,
                        roster,
                        new Plans(
                                db,
                                clock,
                                roster,
                                reopening,
                                taken,
                                new OtherSites(roster, site.sites())),
                        staff,
                        new MissingHours(roster, staff, site.sites()),
                        absences);
    }

    private static List<UUID> ids(List<Site> sites) {
        return sites.stream().map(Site::id).toList();
    }

    public Roster roster() {
        return roster;
    }

    public Closures closures() {
        return closures;
    }

    /// Visits that have a time again in which nobody works.
    public StrandedVisits stranded() {
        return stranded;
    }

    /// Tells of all working time that is open again, inside the transaction. To be called while the features are put
    /// together.
    public void onReopened(Consumer<Reopened> listener) {
        reopening.onReopened(listener);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(WorkingHours.class, DayHours.class, Absence.class, Plan.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(RosterServiceGrpc.getServiceDescriptor())
                        .unary(RosterServiceGrpc.getGetRosterMethod(), api::roster)
                        .unary(RosterServiceGrpc.getListMissingHoursMethod(), api::missingHours)
                        .unary(RosterServiceGrpc.getSetWeekMethod(), api::setWeek)
                        .unary(RosterServiceGrpc.getSetDayMethod(), api::setDay)
                        .unary(RosterServiceGrpc.getCopyWeekMethod(), api::copyWeek)
                        .unary(RosterServiceGrpc.getListAbsencesMethod(), absences::list)
                        .unary(RosterServiceGrpc.getListHitVisitsMethod(), absences::hitVisits)
                        .unary(RosterServiceGrpc.getAddAbsenceMethod(), absences::add)
                        .unary(
                                RosterServiceGrpc.getImportHolidaysMethod(),
                                absences::importHolidays)
                        .unary(RosterServiceGrpc.getRequestLeaveMethod(), absences::request)
                        .unary(RosterServiceGrpc.getDecideLeaveMethod(), absences::decide)
                        .unary(RosterServiceGrpc.getWithdrawLeaveMethod(), absences::withdraw)
                        .unary(RosterServiceGrpc.getVoidAbsenceMethod(), absences::strikeOut)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("absence", "Absence"),
                Check.audited("day_hours", "DayHours"),
                new Check(
                        "whoever has other hours on a day has no day off",
                        """
                        select 'day_hours ' || cast(a.id as varchar(60)) from day_hours a join day_hours b
                          on a.staff_id = b.staff_id and a.site_id = b.site_id and a.on_day = b.on_day
                        where a.voided_at is null and b.voided_at is null and a.mode = 'OFF' and b.id <> a.id\
                        """));
    }
}
