package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.appointment.Resource;
import org.clinicdesk.server.appointment.ResourceKind;
import org.clinicdesk.server.appointment.VisitType;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.site.Service;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// How the visits of the sample clinic look, what they need and cost; and what there is of it.
final class SampleResources {

    private static final String ULTRASOUND = "ultrasound";
    private static final String TREATMENT = "treatment room";
    private static final String WHEELCHAIR = "wheelchair room";

    /// What is said of a service. Consultations need nothing: most tests book them.
    private record Said(
            String service,
            String colour,
            String preparation,
            long dong,
            int after,
            List<VisitType.Need> needs) {}

    private static final List<Said> TYPES =
            List.of(
                    new Said("Consultation", "#1565C0", "", 200_000, 0, List.of()),
                    new Said("Follow-up", "#2E7D32", "", 100_000, 0, List.of()),
                    new Said(
                            "New patient",
                            "#6A1B9A",
                            "Mang theo thuốc đang dùng và giấy tờ khám trước đây.",
                            300_000,
                            0,
                            List.of()),
                    new Said(
                            "Ultrasound",
                            "#00838F",
                            "Nhịn ăn 6 giờ trước khi siêu âm bụng.",
                            350_000,
                            5,
                            List.of(new VisitType.Need(ResourceKind.EQUIPMENT, ULTRASOUND))),
                    new Said(
                            "Vaccination",
                            "#EF6C00",
                            "Mang theo sổ tiêm chủng.",
                            80_000,
                            0,
                            List.of(new VisitType.Need(ResourceKind.ROOM, TREATMENT))));

    private final Server.Clinic clinic;

    SampleResources(Server.Clinic clinic) {
        this.clinic = clinic;
    }

    void fill() {
        var sites = clinic.features().site.sites();
        var site = sites.sites().getFirst().id();
        sites.add(new Service(id(), "Ultrasound", Duration.ofMinutes(20)));
        var services = sites.services();
        for (var said : TYPES) {
            services.stream()
                    .filter(service -> service.name().equals(said.service))
                    .forEach(service -> add(service.id(), said));
        }
        var resources = clinic.features().appointment.resources();
        var last = sites.rooms().getLast();
        resources.add(
                new Resource(last.id(), site, ResourceKind.ROOM, TREATMENT, last.name(), true));
        var wide = sites.rooms().get(2);
        resources.add(
                new Resource(wide.id(), site, ResourceKind.ROOM, WHEELCHAIR, wide.name(), true));
        for (var name : List.of("Ultrasound 1", "Ultrasound 2")) {
            resources.add(new Resource(id(), site, ResourceKind.EQUIPMENT, ULTRASOUND, name, true));
        }
    }

    private void add(UUID service, Said said) {
        var details =
                new VisitType.Details(
                        said.colour,
                        said.preparation,
                        said.dong,
                        "VND",
                        Duration.ZERO,
                        Duration.ofMinutes(said.after),
                        said.needs);
        clinic.features().appointment.resources().add(new VisitType(service, details));
    }

    private UUID id() {
        return Ids.next(clinic.platform().clock());
    }
}
