package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class ExpressionsTest {
    private static final Knowledge KNOWLEDGE = DrugFixture.clinical();
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age<12 | age 8 | TRUE",
                "age<8 | age 8 | FALSE",
                "age>=65 | adult | UNKNOWN",
                "age<12 | adult | FALSE",
                "age_days<28 | 3 weeks old | TRUE",
                "weight<40 | 8 kg | TRUE",
                "weight<40 | adult | UNKNOWN",
                "egfr<30 | CKD stage 4 | TRUE",
                "egfr<20 | CKD stage 4 | UNKNOWN",
                "egfr<30 |  | UNKNOWN",
                "pregnant | pregnant 10 weeks | TRUE",
                "pregnant | man | FALSE",
                "pregnant | woman 34 y | UNKNOWN",
                "pregnant | woman 70 y | FALSE",
                "weeks>=20 | pregnant 20 weeks | TRUE",
                "weeks>=20 | pregnant | UNKNOWN",
                "fertile | woman 34 y | TRUE",
                "fertile | woman 34 y on contraception | FALSE",
                "fertile | man 34 y | FALSE",
                "smoker | smoker | TRUE",
                "lab:potassium>5.5 | potassium 5.9 | TRUE",
                "lab:potassium>5.5 | potassium 5.5 | FALSE",
                "lab:potassium>5.5 | adult | UNKNOWN",
                "cond:asthma | asthma | TRUE",
                "cond:asthma | adult | FALSE",
                "not cond:asthma and age>=18 | adult | TRUE",
                "egfr<30 or age<12 | age 8 | TRUE",
                "egfr<30 or age<12 | adult | UNKNOWN",
                "egfr<30 and age<12 | adult | FALSE",
                "not (egfr<30 or smoker) | eGFR 60, non-smoker | TRUE",
                "med(ing:omeprazole) | on omeprazole | TRUE",
                "med(ing:omeprazole) | adult | FALSE",
            })
    void isJudged(String expression, String patient, Truth truth) {
        assertEquals(truth, judge(expression, patient == null ? "" : patient, "paracetamol"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dose_daily(self)>3000 | paracetamol 1 g qds | TRUE",
                "dose_daily(self)>3000 | paracetamol 1 g | UNKNOWN",
                "dose_single(self)>=1000 | paracetamol 1 g | TRUE",
                "dose_single(self)<1 | levothyroxine 100 microgram | TRUE",
                "route:intravenous | paracetamol 1 g iv | TRUE",
                "route:intravenous | paracetamol 1 g oral | FALSE",
                "route:intravenous | paracetamol 1 g | UNKNOWN",
                "route:intravenous_bolus | potassium chloride 20 mmol iv | UNKNOWN",
                "route:intravenous | potassium chloride 20 mmol iv push | TRUE",
                "renewal | paracetamol 1 g renewal | TRUE",
                "start | allopurinol 300 mg start | TRUE",
                "start | allopurinol 300 mg | UNKNOWN",
                "indication:asthma | prednisolone 40 mg for asthma | TRUE",
                "indication:asthma | prednisolone 40 mg | UNKNOWN",
                "cond:asthma | prednisolone 40 mg for asthma | TRUE",
                "cond:asthma | prednisolone 40 mg | FALSE",
                "days>7 | prednisolone 40 mg od for 10 days | TRUE",
                "days>7 | prednisolone 40 mg od | UNKNOWN",
                "ongoing | prednisolone 40 mg od | TRUE",
                "ongoing | prednisolone 40 mg | FALSE",
                "ongoing | prednisolone 40 mg stat | FALSE",
                "ongoing | prednisolone 40 mg od for 10 days | FALSE",
            })
    void ofAnOrderIsJudged(String expression, String order, Truth truth) {
        assertEquals(truth, judge(expression, "", order));
    }

    @Test
    void saysWhatIsNotKnown() {
        Set<String> unknown = new TreeSet<>();
        expression("egfr<30 or lab:potassium>5 or cond:asthma")
                .addUnknown(situation("", "paracetamol"), unknown);
        assertEquals(Set.of("eGFR", "Potassium"), unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age",
                "age<",
                "age<-3",
                "mood<3",
                "egfr<30 or",
                "(egfr<30",
                "egfr<30)",
                "cond:nonsense",
                "lab:nonsense>1",
                "med(class:nonsense)",
                "route:moon",
                "dose_daily(c)>1",
                "asthma",
                "egfr = 30"
            })
    void aBadOneIsRefusedWithFileAndLine(String expression) {
        BadKnowledge refusal = assertThrows(BadKnowledge.class, () -> expression(expression));
        assertTrue(refusal.getMessage().startsWith("contra.tsv:7: "), refusal.getMessage());
    }

    private static Expression expression(String text) {
        Table.Row row =
                new Table.Row("contra.tsv", 7, "", Table.Header.of(List.of("when")), List.of(text));
        return KNOWLEDGE.rules().vocabulary().when(row);
    }

    private static Truth judge(String expression, String patient, String order) {
        return expression(expression).in(situation(patient, order));
    }

    private static Situation situation(String patient, String order) {
        Grammar.Case read = GRAMMAR.order(patient, "", order);
        assertEquals(List.of(), read.unread());
        List<Use> all = new ArrayList<>();
        read.patient().medicines().forEach(use -> all.addAll(KNOWLEDGE.contents(use).uses()));
        Use ordered = KNOWLEDGE.contents(read.orders().getFirst().medicine()).uses().getFirst();
        all.add(ordered);
        return Situation.of(KNOWLEDGE.person(read.patient()), ordered, all);
    }
}
