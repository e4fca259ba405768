package org.clinicdesk.server.patient;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Somebody the clinic cares for.
@Entity
public class Patient implements Watched {

    private static final int LONGEST_SORT_NAME = 170;

    @Id private UUID id;

    @Version private long version;

    private String number;

    @Embedded private PersonName name;

    /// The name as lists are sorted: folded, so that both databases agree on the order.
    private String sortName;

    private String birthDate;
    private boolean birthDateEstimated;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    /// One a line.
    private String phones;

    private String email;
    private String address;
    private String language;
    private @Nullable String nationalId;
    private String note;
    private boolean active;
    private boolean deceased;
    private @Nullable LocalDate deceasedOn;
    private @Nullable LocalDate lastVisit;
    private Instant registeredAt;

    @ElementCollection
    @CollectionTable(name = "patient_key", joinColumns = @JoinColumn(name = "patient_id"))
    private Set<PatientKey> keys = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    public Patient(UUID id, String number, Person person, Instant now) {
        this.id = id;
        this.number = number;
        this.active = true;
        this.registeredAt = now;
        describe(person);
    }

    /// Replaces who the person is, and what he is found by.
    public final void describe(Person person) {
        name = person.name();
        sortName = cut(Fold.fold(name.full()));
        birthDate = person.birthDate().text();
        birthDateEstimated = person.birthDateEstimated();
        gender = person.gender();
        phones = String.join("\n", person.phones());
        email = person.email();
        address = person.address();
        language = person.language();
        nationalId = person.nationalId().isEmpty() ? null : person.nationalId();
        note = person.note();
        var now = SearchTerms.of(this);
        keys.retainAll(now);
        keys.addAll(now);
    }

    /// Folding can make a text longer.
    private static String cut(String sortName) {
        return sortName.length() > LONGEST_SORT_NAME
                ? sortName.substring(0, LONGEST_SORT_NAME)
                : sortName;
    }

    public Person person() {
        return new Person(
                name,
                birthDate(),
                birthDateEstimated,
                gender,
                phones(),
                email,
                address,
                language,
                nationalId().orElse(""),
                note);
    }

    /// Notes that the person was here.
    public void visited(LocalDate day) {
        if (lastVisit == null || lastVisit.isBefore(day)) {
            lastVisit = day;
        }
    }

    /// @param day null when it is not known
    public void died(@Nullable LocalDate day) {
        deceased = true;
        deceasedOn = day;
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
        return List.of(topic(id));
    }

    /// The topic of everything that is known of a person.
    public static String topic(UUID id) {
        return "patient/" + id;
    }

    public String number() {
        return number;
    }

    public PersonName name() {
        return name;
    }

    public PartialDate birthDate() {
        return new PartialDate(birthDate);
    }

    public boolean birthDateEstimated() {
        return birthDateEstimated;
    }

    public Gender gender() {
        return gender;
    }

    public List<String> phones() {
        return phones.isEmpty() ? List.of() : Arrays.asList(phones.split("\n"));
    }

    /// What is to be known about him at the desk; empty for nothing.
    public String note() {
        return note;
    }

    public String language() {
        return language;
    }

    public Optional<String> nationalId() {
        return Optional.ofNullable(nationalId);
    }

    public boolean active() {
        return active;
    }

    public boolean deceased() {
        return deceased;
    }

    public Optional<LocalDate> deceasedOn() {
        return Optional.ofNullable(deceasedOn);
    }

    public Optional<LocalDate> lastVisit() {
        return Optional.ofNullable(lastVisit);
    }
}
