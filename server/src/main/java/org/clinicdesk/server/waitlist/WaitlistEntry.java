package org.clinicdesk.server.waitlist;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Somebody who wants to come sooner. His place follows from the urgency and from when he asked, which nothing changes.
@Entity
public class WaitlistEntry implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private UUID patientId;
    private UUID serviceId;
    private int minutes;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "waitlist_practitioner", joinColumns = @JoinColumn(name = "entry_id"))
    @Column(name = "practitioner_id")
    @BatchSize(size = 100)
    private Set<UUID> practitioners = new HashSet<>();

    private String specialty;
    private String weekdays;
    private int fromMinute;
    private int toMinute;
    private @Nullable LocalDate earliestOn;
    private @Nullable LocalDate latestOn;
    private String note;
    private Instant askedAt;
    private UUID askedBy;
    private @Nullable UUID appointmentId;

    @Enumerated(EnumType.STRING)
    private WaitingState state;

    private @Nullable UUID bookedAppointmentId;

    @Enumerated(EnumType.STRING)
    private @Nullable WithdrawReason withdrawReason;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected WaitlistEntry() {}

    /// Who asks.
    ///
    /// @param appointment the later visit that he has, or null
    record Asking(UUID site, UUID patient, @Nullable UUID appointment, Wanted wanted) {}

    WaitlistEntry(UUID id, Asking asking, Instant at, UUID by) {
        this.id = id;
        this.siteId = asking.site;
        this.patientId = asking.patient;
        this.appointmentId = asking.appointment;
        this.askedAt = at;
        this.askedBy = by;
        this.state = WaitingState.WAITING;
        set(asking.wanted);
    }

    private void set(Wanted wanted) {
        serviceId = wanted.service();
        minutes = (int) wanted.length().toMinutes();
        urgency = wanted.urgency();
        practitioners.clear();
        practitioners.addAll(wanted.practitioners());
        specialty = wanted.specialty();
        weekdays =
                wanted.weekdays().stream()
                        .sorted()
                        .map(day -> Integer.toString(day.getValue()))
                        .collect(Collectors.joining());
        fromMinute = wanted.fromMinute();
        toMinute = wanted.toMinute();
        earliestOn = wanted.earliest();
        latestOn = wanted.latest();
        note = wanted.note();
    }

    Wanted wanted() {
        return new Wanted(
                serviceId,
                Duration.ofMinutes(minutes),
                urgency,
                Set.copyOf(practitioners),
                specialty,
                weekdays.chars()
                        .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                        .collect(Collectors.toUnmodifiableSet()),
                fromMinute,
                toMinute,
                earliestOn,
                latestOn,
                note);
    }

    /// @throws Refusal NOT_WAITING
    void change(Wanted wanted) {
        refuseUnlessWaiting();
        set(wanted);
    }

    /// @throws Refusal NOT_WAITING
    void withdraw(WithdrawReason why, Instant now) {
        refuseUnlessWaiting();
        state = WaitingState.WITHDRAWN;
        withdrawReason = why;
        endedAt = now;
    }

    /// @throws Refusal NOT_WITHDRAWN
    void reinstate() {
        if (state != WaitingState.WITHDRAWN) {
            throw new Refusal(WaitlistRefusal.NOT_WITHDRAWN);
        }
        waitAgain();
    }

    /// Goes back to his place.
    void waitAgain() {
        state = WaitingState.WAITING;
        withdrawReason = null;
        bookedAppointmentId = null;
        endedAt = null;
    }

    /// @throws Refusal NOT_WAITING
    void book(UUID appointment, Instant now) {
        refuseUnlessWaiting();
        state = WaitingState.BOOKED;
        bookedAppointmentId = appointment;
        if (appointment.equals(appointmentId)) {
            appointmentId = null;
        }
        endedAt = now;
    }

    /// Notes the later visit that he has until he comes sooner.
    void has(UUID appointment) {
        appointmentId = appointment;
    }

    void isFor(UUID service) {
        serviceId = service;
    }

    /// @throws Refusal NOT_WAITING
    void refuseUnlessWaiting() {
        if (state != WaitingState.WAITING) {
            throw new Refusal(WaitlistRefusal.NOT_WAITING);
        }
    }

    /// The topic of the list of a site.
    static String topic(UUID site) {
        return "waitlist/" + site;
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
        return List.of(topic(siteId));
    }

    UUID siteId() {
        return siteId;
    }

    UUID patientId() {
        return patientId;
    }

    UUID serviceId() {
        return serviceId;
    }

    Instant askedAt() {
        return askedAt;
    }

    UUID askedBy() {
        return askedBy;
    }

    Optional<UUID> appointmentId() {
        return Optional.ofNullable(appointmentId);
    }

    WaitingState state() {
        return state;
    }

    Optional<UUID> bookedAppointmentId() {
        return Optional.ofNullable(bookedAppointmentId);
    }

    Optional<WithdrawReason> withdrawReason() {
        return Optional.ofNullable(withdrawReason);
    }
}
