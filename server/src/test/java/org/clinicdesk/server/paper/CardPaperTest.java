package org.clinicdesk.server.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.paper.CardPaper.Card;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

class CardPaperTest {
    static final String CODE = "CD1-7Q2M-K4ZT-9WXB-HN35-D8RC-VJ6E-1SYA";
    private static final Locale VIETNAMESE = Locale.of("vi");

    private static Card card(String name) {
        return card(name, CODE);
    }

    static Card card(String name, String code) {
        var birth = new BirthDate("1986-03-14", false);
        return new Card("Phòng khám Đa khoa Hoa Sữa", name, "000042-6", birth, code, VIETNAMESE);
    }

    static Rendered printed(Card card) {
        return new Rendered(new CardPaper().pdf(card));
    }

    @Test
    void isTheSizeOfABankCard() throws Exception {
        try (var document = printed(card("Nguyễn Thị Ánh")).open()) {
            var page = document.getPage(0).getMediaBox();
            assertEquals(85.6, page.getWidth() / 72 * 25.4, 0.01);
            assertEquals(54.0, page.getHeight() / 72 * 25.4, 0.01);
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 96})
    void theCodeIsReadFromThePicture(int dpi) throws Exception {
        assertEquals(CODE, printed(card("Nguyễn Thị Ánh")).qr(0, dpi));
    }

    @Test
    void theTextCanBeReadByMachine() throws Exception {
        var text = printed(card("Nguyễn Thị Ánh")).shown("card-vi").text();
        for (var part :
                new String[] {
                    "Phòng khám Đa khoa Hoa Sữa", "Nguyễn Thị Ánh", "000042-6", "14/03/1986"
                }) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    void decomposedLettersAreComposed() throws Exception {
        var decomposed =
                java.text.Normalizer.normalize("Đỗ Quang Huy", java.text.Normalizer.Form.NFD);
        assertTrue(printed(card(decomposed)).text().contains("Đỗ Quang Huy"));
    }

    @Test
    void anEstimatedDateIsNeverPrintedAsExact() throws Exception {
        var birth = new BirthDate("1986-03-14", true);
        var text =
                printed(new Card("Hoa Sữa", "María Peña", "000017-4", birth, CODE, Locale.of("es")))
                        .text();
        assertTrue(text.contains("~1986"), text);
        assertFalse(text.contains("14"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "María del Carmen Fernández de la Vega y Sánchez-Ocaña de los Monteros Peñaranda",
                "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessenschafe",
                "Công Tằng Tôn Nữ Nguyễn Thị Phương Hồng Ngọc Ánh Tuyết Mai"
            })
    void aLongNameStaysOutOfTheCode(String name) throws Exception {
        var printed = printed(card(name)).shown("card-long-" + name.substring(0, 4).strip());
        float quiet = QrCode.of(CODE).quiet(CardPaper.QR);
        float left = CardPaper.WIDTH - 2 * quiet - CardPaper.QR - 0.5f * Document.MM;
        float top = CardPaper.HEIGHT - 2 * quiet - CardPaper.QR - 0.5f * Document.MM;
        assertTrue(
                printed.isWhite(
                        0, left + 0.5f, top + 0.5f, quiet - 1, 24 * Document.MM + 2 * quiet),
                "left of it");
        assertTrue(
                printed.isWhite(0, left + 0.5f, top + 0.5f, CardPaper.QR, quiet - 1), "above it");
        assertEquals(CODE, printed.qr(0, 96));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد عبد الرحمن",
                "שרה כהן",
                "王小明",
                "김민준",
                "प्रिया शर्मा",
                "สมชาย ใจดี",
                "សុខ ចាន់",
                "Ọlá Adébáyọ̀",
                "Елена Ковалёва",
                "Hans مُحَمَّد 42"
            })
    void aNameInAnyScriptIsDrawn(String name) throws Exception {
        var printed =
                printed(card(name))
                        .shown("card-" + UnicodeScript.of(name.codePointAt(0)) + name.length());
        assertFalse(
                printed.isWhite(
                        0, 5 * Document.MM, 20 * Document.MM, 45 * Document.MM, 10 * Document.MM));
    }

    @Test
    void aCharacterWithoutAFontIsAVisibleBox() throws Exception {
        var printed = printed(card("Anna \uD808\uDC00\uD808\uDC01")).shown("card-boxes");
        assertTrue(printed.text().contains("Anna □□"), printed.text());
    }

    @Test
    void aNameInAScriptWithoutAFontIsBoxesAndTheNumberStillThere() throws Exception {
        var printed = printed(card("\uD808\uDC00\uD808\uDC01")).shown("card-all-boxes");
        assertTrue(printed.text().contains("□□"), printed.text());
        assertTrue(printed.text().contains("000042-6"), printed.text());
    }

    @Test
    void boxesStandAmongLettersOfAnotherFont() throws Exception {
        assertFalse(
                printed(card("王\uD808\uDC00 שרה \uE000"))
                        .shown("card-mixed-boxes")
                        .isWhite(
                                0,
                                5 * Document.MM,
                                20 * Document.MM,
                                45 * Document.MM,
                                10 * Document.MM));
    }

    @Test
    void onlyAnOpaqueCodeGetsIntoTheQr() {
        var card =
                new Card("Hoa Sữa", "Anna", "1", new BirthDate("", false), "Anna 1986", VIETNAMESE);
        assertThrows(IllegalArgumentException.class, () -> printed(card));
    }

    @Test
    void thePropertiesOfTheFileNameNobody() throws Exception {
        try (var document = printed(card("Nguyễn Thị Ánh")).open()) {
            assertEquals("Thẻ bệnh nhân", document.getDocumentInformation().getTitle());
            assertNull(document.getDocumentInformation().getAuthor());
            assertNull(document.getDocumentInformation().getSubject());
            assertNull(document.getDocumentCatalog().getMetadata());
        }
    }
}
