package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.paper.Allergies;
import org.clinicdesk.server.paper.BirthDate;
import org.clinicdesk.server.paper.Clinic;
import org.clinicdesk.server.paper.PaperSize;
import org.clinicdesk.server.paper.PrescriptionPaper;
import org.clinicdesk.server.paper.PrescriptionSheet;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.AllergyState;
import org.clinicdesk.server.record.Chart;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.visit.VitalSign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;

/// The paper of a prescription.
final class Printing {

    private static final int GROWN_MONTHS = 18 * 12;
    private static final int WEIGHT_HOLDS_DAYS = 90;
    private static final int MOST_OBSERVATIONS = 200;

    private final Sites sites;
    private final Records records;
    private final Prescriptions prescriptions;
    private final Supplier<Knowledge> knowledge;
    private final PrescriptionPaper paper = new PrescriptionPaper();

    Printing(
            Sites sites,
            Records records,
            Prescriptions prescriptions,
            Supplier<Knowledge> knowledge) {
        this.sites = sites;
        this.records = records;
        this.prescriptions = prescriptions;
        this.knowledge = knowledge;
    }

    /// The paper as a PDF; from the second time on it is marked as a copy.
    /// @throws Refusal ALREADY_OVER when every line was stopped
    byte[] print(Prescription prescription, Patient patient, PaperSize size) {
        var locale = language(patient);
        var words = knowledge.get().spoken(locale);
        var lines =
                prescription.lines().stream()
                        .filter(line -> !line.stopped())
                        .map(PrescriptionLine::ordered)
                        .map(ordered ->
                                new PrescriptionSheet.Line(
                                        words.medicine(ordered.medicineId(), ordered.medicine()),
                                        DosageProtos.directions(ordered.dosage(), locale),
                                        DosageProtos.supply(ordered, locale),
                                        ordered.repeats(),
                                        ordered.asWritten()))
                        .toList();
        if (lines.isEmpty()) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
        var sheet =
                new PrescriptionSheet(
                        clinic(),
                        prescription.number(),
                        prescription.prescriberName(),
                        person(patient, prescription),
                        allergies(patient),
                        lines,
                        prescription.signedAt(),
                        sites.clinic().zone(),
                        prescription.validUntil(),
                        prescription.code(),
                        prescriptions.printed(prescription.id()) > 1,
                        locale);
        return paper.pdf(sheet, size);
    }

    /// The person's language; that of the desk when nobody asked him.
    private static Locale language(Patient patient) {
        return patient.language().isEmpty()
                ? Call.current().locale()
                : Locale.forLanguageTag(patient.language());
    }

    private Clinic clinic() {
        return new Clinic(
                sites.clinic().name(),
                sites.sites().stream()
                        .map(Site::address)
                        .filter(address -> !address.isBlank())
                        .limit(1)
                        .toList());
    }

    private PrescriptionSheet.Person person(Patient patient, Prescription prescription) {
        var signed = prescription.signedAt().atZone(sites.clinic().zone()).toLocalDate();
        var months = months(patient, signed);
        return new PrescriptionSheet.Person(
                patient.name().full(),
                patient.number(),
                new BirthDate(patient.birthDate().text(), patient.birthDateEstimated()),
                switch (patient.gender()) {
                    case FEMALE -> PrescriptionSheet.Sex.FEMALE;
                    case MALE -> PrescriptionSheet.Sex.MALE;
                    case OTHER, UNKNOWN -> PrescriptionSheet.Sex.UNKNOWN;
                },
                months,
                months >= 0 && months < GROWN_MONTHS ? weight(patient, signed) : "");
    }

    /// Of age; -1 when nobody knows.
    private static int months(Patient patient, LocalDate on) {
        return patient.birthDate()
                .earliest()
                .map(birth -> (int) ChronoUnit.MONTHS.between(birth, on))
                .filter(months -> months >= 0)
                .orElse(-1);
    }

    /// What the doses were made for; empty when nobody was weighed lately.
    private String weight(Patient patient, LocalDate signed) {
        return records.observations(patient.id(), MOST_OBSERVATIONS).stream()
                .filter(seen -> seen.code().code().equals(VitalSign.WEIGHT.code().code()))
                .filter(seen -> seen.measured().unit().equals("kg"))
                .filter(seen -> {
                    var day = seen.at().atZone(sites.clinic().zone()).toLocalDate();
                    return !day.isAfter(signed) && day.plusDays(WEIGHT_HOLDS_DAYS).isAfter(signed);
                })
                .findFirst()
                .map(seen -> seen.measured().shown())
                .orElse("");
    }

    private Allergies allergies(Patient patient) {
        var known = records.allergies(patient.id());
        if (!known.isEmpty()) {
            return new Allergies.Known(known.stream().map(Printing::printed).toList());
        }
        var state =
                records.chart(patient.id())
                        .map(Chart::allergyState)
                        .orElse(AllergyState.NEVER_ASKED);
        return switch (state) {
            case NONE_KNOWN -> new Allergies.NoneKnown();
            case NONE_LEFT -> new Allergies.NoneLeft();
            case NEVER_ASKED, RECORDED -> new Allergies.NotRecorded();
        };
    }

    private static String printed(Allergy allergy) {
        return allergy.reaction().isEmpty()
                ? allergy.substance()
                : allergy.substance() + " (" + allergy.reaction() + ")";
    }
}
