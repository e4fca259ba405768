package org.clinicdesk.server.record;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// One entry of a person's record.
@MappedSuperclass
public abstract class Entry implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID patientId;

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    Entry(UUID id, UUID patientId) {
        this.id = id;
        this.patientId = patientId;
    }

    /// Takes the place of what was imported before under the same id.
    public void replaces(Entry earlier) {
        id = earlier.id();
        version = earlier.version();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public UUID patientId() {
        return patientId;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Patient.topic(patientId));
    }
}
