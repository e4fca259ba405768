package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;

import org.clinicdesk.common.v1.Gender;
import org.clinicdesk.patient.v1.Person;
import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;

class DraftTest {

    private final Draft<Person> draft =
            new Draft<>(
                    Person.newBuilder()
                            .setGiven("Thị Ánh")
                            .setGender(Gender.GENDER_FEMALE)
                            .addPhones("+84 90 412 7781")
                            .build());

    @Test
    void isCleanUntilSomethingIsTyped() {
        draft.text("given");
        assertFalse(draft.dirty());
    }

    @Test
    void composesAndStripsWhatLeaves() {
        draft.text("given").set("  " + Normalizer.normalize("Nguyễn", Normalizer.Form.NFD) + " ");
        assertEquals("Nguyễn", draft.build().getGiven());
    }

    @Test
    void readsAListFromCommas() {
        draft.text("phones").set("+84 90 412 7781, 028 3822 9911,");
        assertEquals(List.of("+84 90 412 7781", "028 3822 9911"), draft.build().getPhonesList());
    }

    @Test
    void holdsAChoiceByItsName() {
        draft.text("gender").set("GENDER_MALE");
        assertEquals(Gender.GENDER_MALE, draft.build().getGender());
    }

    @Test
    void appliesTheRulesOfTheContract() {
        draft.text("given").set(" ");
        draft.text("birth_date").set("14 March");
        assertFalse(draft.check());
        assertEquals(Set.of("given", "birth_date"), draft.errors().keySet());
    }

    @Test
    void checksTheFieldsOfAStepOnly() {
        draft.text("birth_date").set("14 March");
        assertTrue(draft.check(List.of("family", "given")));
    }

    @Test
    void forgetsAnErrorWhenTheFieldIsTypedInto() {
        draft.text("given").set("");
        draft.check();
        draft.text("given").set("L");
        assertEquals(Set.of(), draft.errors().keySet());
    }

    @Test
    void placesWhatTheServerDidNotTake() {
        var fields = List.of(new Problem.Field("person.phones[0]", "string.pattern"));
        assertTrue(
                draft.place(
                        new Problem(
                                Status.Code.INVALID_ARGUMENT,
                                "INVALID",
                                "platform",
                                Map.of(),
                                fields)));
        assertEquals("string.pattern", draft.errors().get("phones"));
    }

    @Test
    void staysDirtyOverWhatSomebodyElseSaved() {
        var theirs = draft.base().toBuilder().setEmail("anh@example.org").build();
        draft.load(theirs, theirs.toBuilder().setGiven("Thị Ánh Nguyệt").build());
        assertTrue(draft.dirty());
        assertEquals("anh@example.org", draft.build().getEmail());
    }

    @Test
    void keepsWhatIsWrongOverWhatSomebodyElseSavedUntilTheFieldChanges() {
        draft.text("given");
        draft.text("phones");
        draft.errors().put("given", "assessment");
        draft.errors().put("phones", "string.pattern");
        var theirs = draft.base().toBuilder().setEmail("anh@example.org").build();
        draft.load(theirs, theirs.toBuilder().setGiven("Thị Ánh Nguyệt").build());
        assertEquals(Map.of("phones", "string.pattern"), Map.copyOf(draft.errors()));
        draft.load(theirs);
        assertEquals(Map.of(), Map.copyOf(draft.errors()));
    }
}
