package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.time.ZoneId;

/// What this clinic is: one row.
@Entity
public class Clinic {

    @Id private short id;

    private String name;
    private String zone;
    private int lockAfterMinutes;
    private byte[] codeKey;

    @SuppressWarnings("NullAway.Init")
    protected Clinic() {}

    /// @param codeKey signs the codes on cards and prescriptions; at least 32 random bytes
    public Clinic(String name, ZoneId zone, byte[] codeKey) {
        this.id = 1;
        this.name = name;
        this.zone = zone.getId();
        this.lockAfterMinutes = 5;
        this.codeKey = codeKey.clone();
    }

    public String name() {
        return name;
    }

    /// The zone whose wall clock the working hours and the days of the clinic follow.
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /// Minutes without human input after which a desk locks.
    public int lockAfterMinutes() {
        return lockAfterMinutes;
    }

    public byte[] codeKey() {
        return codeKey.clone();
    }
}
