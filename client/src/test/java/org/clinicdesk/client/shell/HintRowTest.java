package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class HintRowTest {

    private final List<Node> hints =
            Stream.generate(HintRowTest::hint).limit(5).map(Node.class::cast).toList();

    private static Region hint() {
        var hint = new Region();
        hint.setPrefSize(100, 20);
        return hint;
    }

    /// Which of five are shown; the fourth and the last are kept.
    private List<Integer> shown(double width) {
        var row = new HintRow(hints, Set.of(hints.get(3), hints.get(4)));
        row.resize(width, 20);
        row.layout();
        return Stream.of(0, 1, 2, 3, 4).filter(i -> hints.get(i).isVisible()).toList();
    }

    @Test
    void showsAllThatFit() {
        assertEquals(List.of(0, 1, 2, 3, 4), shown(560));
    }

    @Test
    void leavesOutFromTheEndWhatIsNotKept() {
        assertEquals(List.of(0, 3, 4), shown(400));
        assertEquals(List.of(3, 4), shown(300));
    }

    @Test
    void standsInTheOrderOfTheKeysWithoutGaps() {
        shown(400);
        assertEquals(
                List.of(0.0, 114.0, 228.0),
                Stream.of(0, 3, 4).map(i -> hints.get(i).getLayoutX()).toList());
    }
}
