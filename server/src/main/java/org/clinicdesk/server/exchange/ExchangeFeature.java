package org.clinicdesk.server.exchange;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;

import java.util.List;
import java.util.function.Supplier;

/// Exchange with other systems.
public final class ExchangeFeature implements Feature {

    private final FhirImport fhirImport;

    public ExchangeFeature(Platform platform, Patients patients, Supplier<Knowledge> knowledge) {
        this.fhirImport = new FhirImport(platform, patients, knowledge);
    }

    public FhirImport fhirImport() {
        return fhirImport;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(ImportLink.class, ImportReference.class);
    }
}
