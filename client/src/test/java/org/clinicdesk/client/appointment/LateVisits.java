package org.clinicdesk.client.appointment;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.sample.SampleClinic;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Puts visits into the sample clinic that began before it opened, and nobody came for.
record LateVisits(SampleServer server) {

    /// @param doctor by his place in the list
    /// @return the id of the visit
    String begunAt(String time, int doctor, String reason) {
        var id = new AtomicReference<UUID>();
        var clinic = server.server().clinic();
        Call.system(
                "test",
                () -> id.set(clinic.platform().db().write(() -> enter(time, doctor, reason))));
        return id.get().toString();
    }

    private UUID enter(String time, int doctor, String reason) {
        var clinic = server.server().clinic();
        var features = clinic.features();
        var start =
                features.roster
                        .roster()
                        .today()
                        .atTime(LocalTime.parse(time))
                        .atZone(SampleClinic.ZONE)
                        .toInstant();
        List<Patient> people =
                clinic.platform()
                        .db()
                        .session()
                        .createQuery("from Patient order by number", Patient.class)
                        .list();
        var service = features.site.sites().services().getFirst();
        return features.appointment
                .appointments()
                .enter(
                        new Wish(
                                people.get(people.size() - 1 - doctor).id(),
                                features.staff.staff().bookable().get(doctor).id(),
                                features.site.sites().sites().getFirst().id(),
                                Optional.empty(),
                                service.id(),
                                new Span(start, start.plus(Duration.ofMinutes(20))),
                                reason))
                .id();
    }
}
