package org.clinicdesk.server.prescription;

import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Observation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the person was asked and observations tell: pregnancy (LOINC 82810-3) and smoking (LOINC 72166-2). The words are
/// those of the answer lists of these codes and their translations; an answer in other words is not known.
final class AnsweredQuestions {

    private static final String PREGNANCY = "82810-3";
    private static final String SMOKING = "72166-2";

    /// A pregnancy that was seen so long ago is over.
    private static final int PREGNANT_DAYS = 300;

    /// That somebody was not pregnant says nothing of the next cycle.
    private static final int NOT_PREGNANT_DAYS = 28;

    private static final Set<String> PREGNANT =
            Set.of("pregnant", "patient currently pregnant", "embarazada", "co thai", "mang thai");
    private static final Set<String> NOT_PREGNANT =
            Set.of("not pregnant", "no embarazada", "khong co thai", "khong mang thai");
    private static final Set<String> SMOKES =
            Set.of(
                    "current every day smoker",
                    "current some day smoker",
                    "smoker current status unknown",
                    "heavy tobacco smoker",
                    "light tobacco smoker",
                    "smokes tobacco daily",
                    "occasional tobacco smoker",
                    "current smoker",
                    "smoker",
                    "fumador",
                    "fumadora",
                    "fumador actual",
                    "dang hut thuoc",
                    "co hut thuoc");
    private static final Set<String> SMOKES_NOT =
            Set.of(
                    "never smoker",
                    "never smoked tobacco",
                    "former smoker",
                    "ex smoker",
                    "non smoker",
                    "nunca fumador",
                    "exfumador",
                    "no fumador",
                    "khong hut thuoc",
                    "chua tung hut thuoc",
                    "da bo thuoc");

    private final List<Observation> observations;
    private final LocalDate today;
    private final ZoneId zone;

    /// @param observations the newest of each kind first
    AnsweredQuestions(List<Observation> observations, LocalDate today, ZoneId zone) {
        this.observations = observations;
        this.today = today;
        this.zone = zone;
    }

    /// Null when it is not known, or not any more.
    @Nullable Boolean pregnant() {
        var newest = newest(PREGNANCY).orElse(null);
        if (newest == null) {
            return null;
        }
        var answer = answer(newest, PREGNANT, NOT_PREGNANT);
        var holds = Boolean.TRUE.equals(answer) ? PREGNANT_DAYS : NOT_PREGNANT_DAYS;
        return age(newest) <= holds ? answer : null;
    }

    /// Null when it is not known.
    @Nullable Boolean smoker() {
        return newest(SMOKING).map(found -> answer(found, SMOKES, SMOKES_NOT)).orElse(null);
    }

    private Optional<Observation> newest(String loinc) {
        return observations.stream()
                .filter(each -> each.code().system().equals(Coding.LOINC))
                .filter(each -> each.code().code().equals(loinc))
                .filter(each -> age(each) >= 0)
                .findFirst();
    }

    private long age(Observation observation) {
        return ChronoUnit.DAYS.between(observation.at().atZone(zone).toLocalDate(), today);
    }

    private static @Nullable Boolean answer(
            Observation observation, Set<String> yes, Set<String> no) {
        var words = String.join(" ", Fold.words(observation.measured().shown()));
        return yes.contains(words) ? Boolean.TRUE : no.contains(words) ? Boolean.FALSE : null;
    }
}
