package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.patient.v1.Person;
import org.junit.jupiter.api.Test;

import java.util.List;

class MergeTest {

    private final Person base =
            Person.newBuilder()
                    .setGiven("María")
                    .setFamily("López")
                    .setEmail("a@example.org")
                    .build();

    @Test
    void keepsWhatEachChangedAlone() {
        var mine = base.toBuilder().setGiven("María Luisa").build();
        var theirs = base.toBuilder().setEmail("b@example.org").build();
        var merge = Merge.of(base, mine, theirs);
        assertEquals(mine.toBuilder().setEmail("b@example.org").build(), merge.merged());
        assertEquals(List.of(), merge.clashes());
    }

    @Test
    void asksAboutWhatBothChanged() {
        var mine = base.toBuilder().setEmail("mine@example.org").build();
        var theirs = base.toBuilder().setEmail("theirs@example.org").build();
        var clash = Merge.of(base, mine, theirs).clashes().getFirst();
        assertEquals("email", clash.field().getName());
        assertEquals("theirs@example.org", clash.theirs());
    }

    @Test
    void agreesWhenBothTypedTheSame() {
        var same = base.toBuilder().setEmail("same@example.org").build();
        assertEquals(List.of(), Merge.of(base, same, same).clashes());
    }
}
