package org.clinicdesk.client.kit;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/// Shows which letters of a text match what is searched, whatever their accents and case: `nguyen t` in `Nguyễn Thị`.
public final class Hits {

    private Hits() {}

    /// The text with matching letters marked.
    public static TextFlow mark(String text, String query) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var hits = find(composed, query);
        var flow = new TextFlow();
        for (int from = 0; from < composed.length(); ) {
            var hit = hits.get(from);
            var next = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            var to = next < 0 ? composed.length() : Math.min(next, composed.length());
            flow.getChildren()
                    .add(
                            Boxes.styled(
                                    new Text(composed.substring(from, to)), hit ? "hit" : "unhit"));
            from = to;
        }
        flow.setAccessibleText(composed);
        return flow;
    }

    /// Which characters of the composed text belong to the beginning of a word that was asked for.
    static BitSet find(String composed, String query) {
        var plain = new StringBuilder();
        composed.chars().forEach(c -> plain.append(fold((char) c)));
        var hits = new BitSet(composed.length());
        var words = Arrays.stream(foldAll(query).split("\\s+")).filter(word -> !word.isEmpty());
        words.forEach(word -> {
            for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                if (at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1))) {
                    hits.set(at, at + word.length());
                }
            }
        });
        return hits;
    }

    private static String foldAll(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .chars()
                .forEach(c -> plain.append(fold((char) c)));
        return plain.toString();
    }

    /// One character for one, so that places in the folded text are places in the text.
    private static char fold(char c) {
        var bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return switch (bare) {
            case 'đ', 'Đ' -> 'd';
            default -> String.valueOf(bare).toLowerCase(Locale.ROOT).charAt(0);
        };
    }
}
