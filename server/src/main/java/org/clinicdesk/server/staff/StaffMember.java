package org.clinicdesk.server.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Somebody who works here, with the account he signs in with.
@Entity
@Table(name = "staff")
public class StaffMember implements Watched {

    /// Told when it is another than before whom visits can be booked with, under which name and specialty; not when one
    /// of them signs in.
    private static final String PRACTITIONERS = "practitioners";

    /// So many wrong passwords in a row lock the account.
    public static final int MOST_FAILURES = 5;

    @Id private UUID id;

    @Version private long version;

    private String login;
    private String name;
    private String specialty;
    private boolean active;
    private boolean bookable;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private int failures;
    private boolean locked;
    private @Nullable Instant lastSignIn;
    private int sessionEpoch;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role_code")
    private Set<String> roles = new TreeSet<>();

    /// What desks knew when this transaction read it.
    @Transient private List<String> told = List.of();

    @SuppressWarnings("NullAway.Init")
    protected StaffMember() {}

    /// Somebody new, who cannot sign in until a password is set.
    public StaffMember(UUID id, String login, String name, String specialty, boolean bookable) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.specialty = specialty;
        this.bookable = bookable;
        this.active = true;
    }

    /// Changes what an administrator may change; switching the account off ends its sessions.
    public void update(String name, String specialty, boolean active, boolean bookable) {
        this.name = name;
        this.specialty = specialty;
        this.bookable = bookable;
        if (this.active && !active) {
            sessionEpoch++;
        }
        this.active = active;
    }

    @PostLoad
    void loaded() {
        told = known();
    }

    /// What desks know of somebody with whom visits can be booked; nothing of anybody else.
    private List<String> known() {
        return canBeBooked() ? List.of(name, specialty) : List.of();
    }

    public void setRoles(Collection<String> codes) {
        roles.clear();
        roles.addAll(codes);
    }

    /// Sets a password that works until it is changed at the first sign-in.
    public void setOneTimePassword(String hash) {
        setPassword(hash);
        mustChangePassword = true;
    }

    /// Sets a password and ends the sessions opened with the old one.
    public void setPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        sessionEpoch++;
        unlock();
    }

    public void unlock() {
        failures = 0;
        locked = false;
    }

    /// Ends every session.
    public void signOutEverywhere() {
        sessionEpoch++;
    }

    public void signedIn(Instant now) {
        failures = 0;
        lastSignIn = now;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return known().equals(told)
                ? List.of("staff", StaffFeature.ACCOUNTS, topic(id))
                : List.of("staff", StaffFeature.ACCOUNTS, topic(id), PRACTITIONERS);
    }

    /// The topic that tells the desks of a person that his account changed.
    public static String topic(UUID id) {
        return "account/" + id;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public String specialty() {
        return specialty;
    }

    public boolean active() {
        return active;
    }

    public boolean bookable() {
        return bookable;
    }

    /// Whether visits can be booked with him today.
    public boolean canBeBooked() {
        return active && bookable;
    }

    public boolean locked() {
        return locked;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Optional<Instant> lastSignIn() {
        return Optional.ofNullable(lastSignIn);
    }

    /// Sessions opened under an earlier epoch are over.
    public int sessionEpoch() {
        return sessionEpoch;
    }

    public Set<String> roles() {
        return Set.copyOf(roles);
    }
}
