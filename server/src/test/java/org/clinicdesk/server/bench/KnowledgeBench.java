package org.clinicdesk.server.bench;

import org.clinicdesk.server.drug.Checker;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Order;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.evaluate.Grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Measures the checks of a prescription: reading the tables, beside splitting the same files into cells; and one order
/// for a person with 20 medicines, 10 allergies, 15 conditions and 20 results, beside as many look-ups of single words
/// in a hash table as there are words in that person's facts, each against each.
final class KnowledgeBench {
    private static final int ORDERS = 10_000;
    private static final String[] TABLES = {
        "allergy",
        "classes",
        "conditions",
        "contra",
        "ddi",
        "dose",
        "dup",
        "ingredients",
        "labs",
        "members",
        "monitor",
        "products"
    };
    private static final String PATIENT =
            "woman 71 y, 68 kg, non-smoker, asthma, gout, epilepsy, heart failure, hypertension,"
                + " atrial fibrillation, diabetes, osteoporosis, depression, hypothyroidism,"
                + " anaemia, coronary disease, peptic ulcer, migraine, angle-closure glaucoma, eGFR"
                + " 48, potassium 4.4, sodium 138, INR 2.3, creatinine 110, magnesium 0.8, calcium"
                + " 2.3, ALT 30, AST 28, platelets 210, haemoglobin 121, TSH 2.1, glucose 6.1,"
                + " HbA1c 48, urate 350, QTc 430, bilirubin 12, heart rate 72, CK 100, albumin 40,"
                + " allergy amoxicillin (rash), allergy codeine (anaphylaxis), allergy"
                + " sulfamethoxazole (rash), allergy ibuprofen (urticaria), allergy enalapril"
                + " (angioedema), allergy latex, allergy peanut, allergy carbamazepine (rash),"
                + " allergy iohexol (rash), intolerance metformin (nausea)";
    private static final String TAKEN =
            "warfarin, bisoprolol, furosemide, spironolactone, atorvastatin, levothyroxine,"
                + " omeprazole, metoclopramide, sertraline, amlodipine, allopurinol, alendronic"
                + " acid, colecalciferol, calcium carbonate, salbutamol, budesonide, gabapentin,"
                + " zopiclone, digoxin, ferrous sulfate";
    private static final String[] ORDERED = {
        "clarithromycin 500 mg oral bd", "paracetamol 1 g oral qds", "amiodarone 200 mg oral od",
        "tramadol 50 mg oral tds prn", "trimethoprim 200 mg oral bd",
                "fluconazole 150 mg oral once",
        "cetirizine 10 mg oral od", "ciprofloxacin 500 mg oral bd"
    };

    private final PrintStream out;

    KnowledgeBench(PrintStream out) {
        this.out = out;
    }

    void run() {
        load();
        Knowledge knowledge = Knowledge.load();
        Grammar grammar = new Grammar(knowledge);
        PatientFacts patient = grammar.order(PATIENT, TAKEN, "paracetamol").patient();
        List<List<Order>> orders = new ArrayList<>();
        for (String order : ORDERED) {
            orders.add(grammar.order("", "", order).orders());
        }
        check(new Checker(knowledge), patient, orders);
    }

    private void load() {
        long first = time(Knowledge::load);
        long[] warm = new long[10];
        for (int i = 0; i < warm.length; i++) {
            warm[i] = time(Knowledge::load);
        }
        Arrays.sort(warm);
        long limit = time(KnowledgeBench::split);
        out.printf(
                "%-34s first %d ms, then %d ms; splitting the files %d ms%n",
                "knowledge, load", first / 1_000_000, warm[5] / 1_000_000, limit / 1_000_000);
    }

    private void check(Checker checker, PatientFacts patient, List<List<Order>> orders) {
        for (int i = 0; i < 2_000; i++) {
            checker.check(patient, orders.get(i % orders.size()));
        }
        long[] times = new long[ORDERS];
        int findings = 0;
        long start = System.nanoTime();
        for (int i = 0; i < ORDERS; i++) {
            long one = System.nanoTime();
            findings += checker.check(patient, orders.get(i % orders.size())).size();
            times[i] = System.nanoTime() - one;
        }
        long all = System.nanoTime() - start;
        Arrays.sort(times);
        out.printf(
                "%-34s median %.3f ms, p99 %.3f ms; %d orders in %.1f s, %d findings; look-ups"
                        + " alone %.3f ms%n",
                "knowledge, one order",
                times[ORDERS / 2] / 1e6,
                times[ORDERS * 99 / 100] / 1e6,
                ORDERS,
                all / 1e9,
                findings,
                lookups() / 1e6);
    }

    /// What no check of this person can do without.
    private static double lookups() {
        String[] words = (PATIENT + TAKEN).split("[ ,]+");
        Set<String> known = new HashSet<>(Arrays.asList(words));
        int found = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            long start = System.nanoTime();
            for (String one : words) {
                for (String _ : words) {
                    found += known.contains(one) ? 1 : 0;
                }
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return found == 0 ? 0 : best;
    }

    private static int split() {
        int cells = 0;
        for (String table : TABLES) {
            for (String line : text(table).split("\n")) {
                cells += line.split("\t", -1).length;
            }
        }
        return cells;
    }

    private static String text(String table) {
        try (InputStream in =
                KnowledgeBench.class.getResourceAsStream("/knowledge/" + table + ".tsv")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
