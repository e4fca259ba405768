package org.clinicdesk.server;

import org.clinicdesk.server.appointment.AppointmentFeature;
import org.clinicdesk.server.audit.AuditFeature;
import org.clinicdesk.server.card.CardFeature;
import org.clinicdesk.server.drug.DrugFeature;
import org.clinicdesk.server.exchange.ExchangeFeature;
import org.clinicdesk.server.kiosk.KioskFeature;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.pharmacy.PharmacyFeature;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.ForeignKeys;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.prescription.PrescriptionFeature;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.record.RecordFeature;
import org.clinicdesk.server.replan.ReplanFeature;
import org.clinicdesk.server.report.ReportFeature;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.session.SessionFeature;
import org.clinicdesk.server.site.SiteFeature;
import org.clinicdesk.server.staff.StaffFeature;
import org.clinicdesk.server.visit.VisitFeature;
import org.clinicdesk.server.waitingroom.WaitingRoomFeature;
import org.clinicdesk.server.waitlist.WaitlistFeature;
import org.clinicdesk.server.watch.WatchFeature;

import java.util.List;
import java.util.stream.Stream;

/// All features, each built on those it needs.
public final class Features {

    public final StaffFeature staff;
    public final SiteFeature site;
    public final SessionFeature session;
    public final PatientFeature patient;
    public final DrugFeature drug;
    public final RecordFeature record;
    public final AuditFeature audit;
    public final RosterFeature roster;
    public final QueueFeature queue;
    public final AppointmentFeature appointment;
    public final WaitlistFeature waitlist;
    public final ReplanFeature replan;
    public final ExchangeFeature exchange;
    public final CardFeature card;
    public final VisitFeature visit;
    public final PrescriptionFeature prescription;
    public final PharmacyFeature pharmacy;
    public final ReportFeature report;
    public final WaitingRoomFeature waitingRoom;
    public final KioskFeature kiosk;
    public final WatchFeature watch;

    private final Platform platform;

    public Features(Platform platform) {
        this.platform = platform;
        staff = new StaffFeature(platform);
        site = new SiteFeature(platform);
        session = new SessionFeature(platform, staff, site.sites());
        patient = new PatientFeature(platform);
        drug = new DrugFeature(platform);
        record = new RecordFeature(platform, site.sites(), drug::knowledge);
        audit = new AuditFeature(platform, site.sites());
        roster = new RosterFeature(platform, staff.staff(), site);
        queue = new QueueFeature(platform, site.sites(), patient, roster);
        appointment = new AppointmentFeature(platform, site, patient, roster, queue);
        waitlist =
                new WaitlistFeature(
                        platform, site.sites(), patient.patients(), roster, appointment);
        replan = new ReplanFeature(platform, staff, patient, roster, appointment);
        exchange = new ExchangeFeature(platform, patient.patients(), drug::knowledge);
        card =
                new CardFeature(
                        platform, site.sites(), patient.patients(), appointment.appointments());
        visit =
                new VisitFeature(
                        platform,
                        site.sites(),
                        patient.patients(),
                        record.records(),
                        queue.entries());
        prescription =
                new PrescriptionFeature(
                        platform,
                        site.sites(),
                        patient.patients(),
                        drug,
                        record.records(),
                        card.codes(),
                        visit.visits());
        pharmacy =
                new PharmacyFeature(
                        platform,
                        site.sites(),
                        patient.patients(),
                        drug::knowledge,
                        record.records(),
                        prescription);
        report =
                new ReportFeature(
                        platform, site.sites(), staff.staff(), roster.roster(), drug::knowledge);
        waitingRoom = new WaitingRoomFeature(site, queue);
        kiosk = new KioskFeature(platform, site, card, appointment, queue);
        var holds = appointment.holds();
        session.onEnd(holds::endOf);
        record.orders(prescription::ordered);
        watch =
                new WatchFeature(
                        platform,
                        session.callers(),
                        ended -> holds.disconnected(ended.sessionId()));
    }

    public List<Feature> all() {
        return List.of(
                staff,
                site,
                session,
                patient,
                drug,
                record,
                audit,
                roster,
                queue,
                appointment,
                waitlist,
                replan,
                exchange,
                card,
                visit,
                prescription,
                pharmacy,
                report,
                waitingRoom,
                kiosk,
                watch);
    }

    /// What must hold over all rows.
    public List<Check> checks() {
        return Stream.concat(
                        Stream.of(
                                new Check(
                                        "every write is audited",
                                        "select 'request ' || cast(r.id as varchar(60)) from"
                                            + " request r where not exists (select 1 from audit a"
                                            + " where a.request_id = r.id)"),
                                ForeignKeys.check(platform.db().dataSource())),
                        all().stream().flatMap(feature -> feature.checks().stream()))
                .toList();
    }
}
