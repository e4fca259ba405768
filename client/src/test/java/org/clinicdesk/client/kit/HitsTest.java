package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.text.Normalizer;

class HitsTest {

    @Test
    void ignoresAccentsAndCase() {
        assertEquals("[NGUYỄN] Thị Ánh", marked("NGUYỄN Thị Ánh", "nguyen"));
    }

    @Test
    void findsEachWordWhereverItStands() {
        assertEquals("[Nguyễn] Thị [Ánh]", marked("Nguyễn Thị Ánh", "anh nguyen"));
    }

    @Test
    void knowsTheStrokedD() {
        assertEquals("[Đỗ] Quang Huy", marked("Đỗ Quang Huy", "do"));
    }

    @Test
    void marksBeginningsOfWordsOnly() {
        assertEquals("Trịnh Hoài [An]", marked("Trịnh Hoài An", "an"));
    }

    @Test
    void readsDecomposedTypingToo() {
        assertEquals(
                "[Muñoz]",
                marked("Muñoz", Normalizer.normalize("muñ", Normalizer.Form.NFD) + "oz"));
    }

    @Test
    void marksNothingForAnEmptyQuery() {
        assertEquals("María", marked("María", " "));
    }

    private static String marked(String text, String query) {
        var hits = Hits.find(text, query);
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            out.append(hits.get(i) && (i == 0 || !hits.get(i - 1)) ? "[" : "")
                    .append(text.charAt(i));
            out.append(hits.get(i) && !hits.get(i + 1) ? "]" : "");
        }
        return out.toString();
    }
}
