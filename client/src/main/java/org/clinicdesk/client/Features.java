package org.clinicdesk.client;

import org.clinicdesk.client.appointment.AppointmentFeature;
import org.clinicdesk.client.audit.AuditFeature;
import org.clinicdesk.client.card.CardFeature;
import org.clinicdesk.client.caseload.CaseloadFeature;
import org.clinicdesk.client.followup.FollowupFeature;
import org.clinicdesk.client.kiosk.KioskFeature;
import org.clinicdesk.client.patient.PatientFeature;
import org.clinicdesk.client.pharmacy.PharmacyFeature;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.prescription.PrescriptionFeature;
import org.clinicdesk.client.queue.QueueFeature;
import org.clinicdesk.client.record.RecordFeature;
import org.clinicdesk.client.replan.ReplanFeature;
import org.clinicdesk.client.report.ReportFeature;
import org.clinicdesk.client.roster.RosterFeature;
import org.clinicdesk.client.session.SessionFeature;
import org.clinicdesk.client.setup.SetupFeature;
import org.clinicdesk.client.staff.StaffFeature;
import org.clinicdesk.client.visit.VisitFeature;
import org.clinicdesk.client.waitingroom.WaitingRoomFeature;
import org.clinicdesk.client.waitlist.WaitlistFeature;

import java.util.List;

/// The features of the client, in the order of the rail. Each is one line.
public final class Features {

    public static final List<Feature> ALL =
            List.of(
                    new AppointmentFeature(),
                    new WaitlistFeature(),
                    new FollowupFeature(),
                    new PatientFeature(),
                    new QueueFeature(),
                    new CaseloadFeature(),
                    new VisitFeature(),
                    new RecordFeature(),
                    new PharmacyFeature(),
                    new PrescriptionFeature(),
                    new CardFeature(),
                    new ReportFeature(),
                    new StaffFeature(),
                    new RosterFeature(),
                    new SetupFeature(),
                    new ReplanFeature(),
                    new WaitingRoomFeature(),
                    new KioskFeature(),
                    new AuditFeature(),
                    new SessionFeature());

    private Features() {}
}
