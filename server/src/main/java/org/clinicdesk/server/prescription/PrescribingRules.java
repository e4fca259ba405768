package org.clinicdesk.server.prescription;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.paper.PaperSize;
import org.clinicdesk.server.platform.Watched;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What holds for the prescriptions of the whole clinic: one row.
@Entity
public class PrescribingRules implements Watched {

    static final short ONLY = 1;

    @Id private short id;

    @Version private long version;

    private int validDays;

    @Enumerated(EnumType.STRING)
    private PaperSize paper;

    @SuppressWarnings("NullAway.Init")
    protected PrescribingRules() {}

    void set(int days, PaperSize sheet) {
        validDays = days;
        paper = sheet;
    }

    /// What prescriptions are printed on.
    PaperSize paper() {
        return paper;
    }

    /// A prescription may be handed out on the day it is signed and so many days after.
    int validDays() {
        return validDays;
    }

    /// The last day on which something of a prescription may be handed out.
    LocalDate validUntil(LocalDate signedOn) {
        return signedOn.plusDays(validDays);
    }

    @Override
    public UUID id() {
        return new UUID(0, id);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of();
    }
}
