package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Order;
import org.clinicdesk.server.drug.PatientFacts;

import java.util.ArrayList;
import java.util.List;

/// The way patients, medicines and orders are written; [#HELP] publishes it.
public final class Grammar {
    /// What a stranger needs to write a table; a percent sign is doubled, as the command line wants it.
    public static final String HELP =
            """
            Columns (the first that fit decide; 'patient' and 'active' may stand beside any of them):
              ingredient_a, ingredient_b | drug_a, drug_b   b is ordered for somebody who takes a
              allergen, drug                                the drug is ordered for somebody allergic
              medicines                                     a list, each ordered after the former ones
              patient, active_medicines (or active), new_order (or order)

            A patient is phrases in any order, with or without commas:
              age 8 | 34 y | 6 weeks | 3-month-old | neonate | infant | child | adult | elderly | woman | boy
              2 years 3 months | 70+ | a bare span of time beside the person: 34 y, but not: fever 3 days,
              asthma for 5 years, MI 3 months ago, a second age; that is told as not read
              woman 34 | 34F | 8 kg | 18 lb | pregnant | pregnant 10 weeks | second trimester | not pregnant | breastfeeding
              fertile | on contraception | postmenopausal | smoker | non-smoker
              eGFR 22 | CrCl 40 | CKD stage 4 | any test of labs.tsv: potassium 5.9 mmol/l, INR 5.2, QTc 520,
              Na <125, BP 85/50, ALT 5x ULN; and how old it is: INR 2.4 30 days ago
              any condition of conditions.tsv: asthma, Parkinson disease; said not to be so: no asthma,
              no penicillin allergy
              allergy codeine (anaphylaxis) | allergy penicillin (class) | intolerance codeine (nausea)
              anaphylaxis to amoxicillin | penicillin allergy | penicillin (de-labelled) | tolerates cefalexin
              on warfarin 5 mg

            Medicines are separated by commas, semicolons or ' + '. A medicine, as active or ordered, is its name
            (any synonym, with or without salt; a fixed combination with / or +) and phrases in any order:
              500 mg | 1 g | 2.4 MU | 100 microgram | 10 mg/kg | 10/160 mg | 2 tablets | 2 x 500 mg | 40 mg/day
              625 mg (of co-amoxiclav: all that a tablet holds)
              250 mg/5 ml 10 ml | 1 %% 10 ml | 20 mmol | 25 microgram/h | 45 mg/kg/day in 2 divided doses
              oral | iv | iv push | im | sc | intrathecal | inhaled | nasal | eye drops | cream | vaginal | patch ...
              od | bd | tds | qds | nocte | daily | 3 times a day | every 4 h | q6h | weekly | every 2 weeks
              alternate days | single dose | stat | prn | max 4 g/day | for 7 days | long-term
              cada 8 horas | 3 veces al día | mỗi 8 giờ | ngày 3 lần | vía oral | durante 7 días | trong 7 ngày
              2.500 mg and 2,500 mg may be thousands or a decimal: the greater is checked, and both are told
              stopped 10 days ago | last dose 2 weeks ago (of an active medicine: it may act on)
              start | renewal | for gout | (rheumatoid arthritis) | in eGFR 50 | with calcium (another medicine)

            Written to the result: all columns of the table, and
              level     contraindicated, major, moderate, minor or none: of the gravest finding
              tier      interruptive, passive, detail or none: how it is shown
              kind      interaction, allergy, duplicate, contraindication, dose, monitoring or none
                        (monitoring only of an order that begins or has no dose and frequency yet;
                        elsewhere the tests that are due stand in rule_ids alone)
              rule_ids  all rules that spoke, gravest first, separated by |
              unchecked what could not be read or checked, separated by |; never left out in silence
            """;

    /// What a line of a table says.
    ///
    /// @param unread what was not understood of it
    public record Case(PatientFacts patient, List<Order> orders, List<String> unread) {}

    private final MedicineReader medicines;
    private final PatientReader patients;
    private final AllergyReader allergies;

    public Grammar(Knowledge knowledge) {
        this.medicines = new MedicineReader(knowledge);
        this.patients = new PatientReader(knowledge);
        this.allergies = new AllergyReader(knowledge);
    }

    /// A patient who takes some medicines and for whom something is ordered.
    public Case order(String patient, String active, String order) {
        PatientDraft draft = new PatientDraft();
        patients.read(patient, draft);
        List<MedicineDraft> ordered = new ArrayList<>();
        for (String part : order.split(";")) {
            MedicineReader.Reading reading = medicines.read(part);
            ordered.addAll(reading.medicines());
            reading.patient().forEach(said -> patients.readAside(said, draft));
        }
        return sound(draft, active, ordered);
    }

    /// Somebody with an allergy, for whom a medicine is ordered.
    public Case allergy(String patient, String active, String allergen, String drug) {
        PatientDraft draft = new PatientDraft();
        patients.read(patient, draft);
        AllergyReader.Reading reading = allergies.readAll(allergen, KnownAllergy.Type.ALLERGY);
        reading.allergies().forEach(draft::allergy);
        reading.unread().forEach(draft::unread);
        return sound(draft, active, medicines.read(drug).medicines());
    }

    /// Medicines that are ordered one after the other.
    public Case list(String patient, String active, String list) {
        PatientDraft draft = new PatientDraft();
        patients.read(patient, draft);
        return sound(draft, active, medicines.list(list));
    }

    private Case sound(PatientDraft draft, String active, List<MedicineDraft> ordered) {
        medicines.list(active).forEach(draft::medicine);
        draft.doubt();
        List<Order> orders = new ArrayList<>();
        List<String> unread = new ArrayList<>(draft.unread());
        for (MedicineDraft medicine : ordered) {
            MedicineUse use = medicine.use(draft.weight());
            unread.addAll(medicine.unread());
            orders.add(new Order(orders.size(), use));
        }
        if (orders.isEmpty()) {
            unread.add("no order");
        }
        return new Case(draft.facts(), orders, unread);
    }
}
