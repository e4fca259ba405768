package org.clinicdesk.client.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.Vitals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is typed, laid over what a colleague wrote.
class WritingTest {

    private static final Coding HYPERTENSION =
            Coding.newBuilder().setCode("I10").setDisplay("Hypertension").build();
    private static final Coding ASTHMA =
            Coding.newBuilder().setCode("J45").setDisplay("Asthma").build();

    private final Writing writing = new Writing(() -> {});
    private final Visit before =
            Visit.newBuilder()
                    .setVersion(1)
                    .setNotes(Notes.newBuilder().setReason("Ho kéo dài"))
                    .build();

    @BeforeEach
    void read() {
        writing.follow(before);
    }

    private Visit theirs(Notes notes, Vitals vitals) {
        return before.toBuilder().setVersion(2).setNotes(notes).setVitals(vitals).build();
    }

    @Test
    void nothingTypedIsNothingToKeep() {
        assertFalse(writing.dirty());
    }

    @Test
    void aNursesVitalSignsOutlastADoctorsEmptyFields() {
        writing.notes().text("plan").set("Rest");
        writing.follow(theirs(before.getNotes(), Vitals.newBuilder().setPulse(88).build()));
        assertTrue(writing.newVitals().isEmpty());
        assertEquals("88", writing.vitals().text(Sign.PULSE).get());
        assertEquals("Rest", writing.newNotes().orElseThrow().getPlan());
    }

    @Test
    void twoPlansAreAClash() {
        writing.notes().text("plan").set("Rest");
        writing.follow(
                theirs(
                        before.getNotes().toBuilder().setPlan("X-ray").build(),
                        Vitals.getDefaultInstance()));
        assertEquals("plan", writing.clashes().getFirst().field().getName());
        assertEquals("Rest", writing.notes().text("plan").get());
    }

    @Test
    void aClashOutlastsReadingAgain() {
        var now =
                theirs(
                        before.getNotes().toBuilder().setPlan("X-ray").build(),
                        Vitals.getDefaultInstance());
        writing.notes().text("plan").set("Rest");
        writing.follow(now);
        writing.follow(now);
        assertEquals(1, writing.clashes().size());
    }

    @Test
    void keepingBothPutsMineAfterTheirs() {
        writing.notes().text("plan").set("Rest");
        writing.follow(
                theirs(
                        before.getNotes().toBuilder().setPlan("X-ray").build(),
                        Vitals.getDefaultInstance()));
        writing.keepBoth(writing.clashes().getFirst());
        assertEquals("X-ray\nRest", writing.newNotes().orElseThrow().getPlan());
        assertTrue(writing.clashes().isEmpty());
    }

    @Test
    void theirsTakenIsNothingToKeep() {
        writing.vitals().text(Sign.PULSE).set("70");
        writing.follow(theirs(before.getNotes(), Vitals.newBuilder().setPulse(88).build()));
        writing.takeTheirs(writing.clashes().getFirst());
        assertEquals("88", writing.vitals().text(Sign.PULSE).get());
        assertFalse(writing.dirty());
    }

    @Test
    void bothDiagnosesCanStand() {
        writing.take(HYPERTENSION);
        writing.follow(
                theirs(
                        before.getNotes().toBuilder().addDiagnoses(ASTHMA).build(),
                        Vitals.getDefaultInstance()));
        writing.keepBoth(writing.clashes().getFirst());
        assertEquals(java.util.List.of(ASTHMA, HYPERTENSION), writing.diagnoses());
    }

    @Test
    void aSignThatCannotBeRightStaysTypedWhenOthersComeIn() {
        writing.vitals().text(Sign.PULSE).set("7x");
        writing.follow(theirs(before.getNotes(), Vitals.newBuilder().setWeight(70).build()));
        assertEquals("7x", writing.vitals().text(Sign.PULSE).get());
        assertTrue(writing.dirty());
    }

    @Test
    void theFirstDiagnosisIsTheMainOne() {
        writing.take(HYPERTENSION);
        writing.take(ASTHMA);
        writing.main(ASTHMA);
        assertEquals(ASTHMA, writing.newNotes().orElseThrow().getDiagnoses(0));
    }
}
