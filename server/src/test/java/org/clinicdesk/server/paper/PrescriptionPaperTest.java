package org.clinicdesk.server.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.paper.PrescriptionSheet.Line;
import org.clinicdesk.server.paper.PrescriptionSheet.Person;
import org.clinicdesk.server.paper.PrescriptionSheet.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class PrescriptionPaperTest {
    private static final Clinic CLINIC =
            new Clinic(
                    "Phòng khám Đa khoa Hoa Sữa",
                    List.of(
                            "12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
                            "Tel. 028 5550 0142"));
    private static final Allergies PENICILLIN =
            new Allergies.Known(List.of("Penicillin (rash)", "Đậu phộng"));

    private static PrescriptionSheet sheet(
            String name, Allergies allergies, int lines, boolean copy, String language) {
        var medicines = new ArrayList<Line>();
        for (int i = 1; i <= lines; i++) {
            medicines.add(
                    new Line(
                            "Medicine no. " + i + " 500 mg capsule",
                            "Uống 1 viên, 3 lần mỗi ngày sau ăn, trong 7 ngày. Tránh ánh nắng và"
                                    + " không uống rượu bia.",
                            i % 2 == 0 ? 20 + i + " viên" : "1 × 200 inhalaciones"));
        }
        return new PrescriptionSheet(
                CLINIC,
                "R-000042",
                "BS. Đỗ Quang Huy",
                new Person(
                        name,
                        "000042-6",
                        new BirthDate("1986-03-14", false),
                        Sex.FEMALE,
                        42,
                        "14.5"),
                allergies,
                medicines,
                Instant.parse("2026-11-21T09:05:00Z"),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                LocalDate.parse("2027-02-19"),
                CardPaperTest.CODE,
                copy,
                Locale.of(language));
    }

    private static Rendered printed(PrescriptionSheet sheet) {
        return new Rendered(new PrescriptionPaper().pdf(sheet, PaperSize.A5));
    }

    @Test
    void saysWhoWhatAndWhen() throws Exception {
        var text =
                printed(sheet("Nguyễn Thị Ánh", PENICILLIN, 2, false, "vi"))
                        .shown("prescription-vi")
                        .text();
        for (var part :
                new String[] {
                    "Nguyễn Thị Ánh",
                    "000042-6",
                    "14/03/1986",
                    "R-000042",
                    "BS. Đỗ Quang Huy",
                    "Penicillin (rash); Đậu phộng",
                    "Medicine no. 2 500 mg capsule",
                    "22",
                    "21/11/2026, 16:05 ",
                    "Nữ · 3 tuổi · 14,5 kg",
                    "Trang 1/1"
                }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(text.contains("BẢN SAO"), text);
    }

    @Test
    void aReprintIsMarkedAsACopy() throws Exception {
        var text =
                printed(sheet("María Peña", PENICILLIN, 1, true, "es"))
                        .shown("prescription-es")
                        .text();
        assertTrue(text.contains("COPIA"), text);
    }

    @Test
    void notAskedIsNotNoAllergies() throws Exception {
        var unknown = printed(sheet("Ann Lee", new Allergies.NotRecorded(), 1, false, "en")).text();
        var none = printed(sheet("Ann Lee", new Allergies.NoneKnown(), 1, false, "en")).text();
        assertTrue(unknown.contains("Not recorded") && !unknown.contains("No known"), unknown);
        assertTrue(none.contains("No known allergies"), none);
        var left = printed(sheet("Ann Lee", new Allergies.NoneLeft(), 1, false, "en")).text();
        assertTrue(left.contains("None on record any more"), left);
    }

    @Test
    void aLongListHasItsHeadAndCodeOnEveryPageAndLosesNoLine() throws Exception {
        var printed =
                printed(sheet("Nguyễn Thị Ánh", PENICILLIN, 20, true, "en"))
                        .shown("prescription-long");
        int pages = printed.pages();
        assertTrue(pages > 1);
        for (int page = 1; page <= pages; page++) {
            var text = printed.text(page);
            assertTrue(
                    text.contains("Nguyễn Thị Ánh")
                            && text.contains("Penicillin")
                            && text.contains("COPY"),
                    text);
            assertTrue(text.contains("Page " + page + " of " + pages), text);
            assertEquals(CardPaperTest.CODE, printed.qr(page - 1, 300));
        }
        for (int line = 1; line <= 20; line++) {
            assertTrue(printed.text().contains("Medicine no. " + line + " "), "line " + line);
        }
        assertTrue(printed.text(pages).contains("Medicines: 20"));
        assertFalse(printed.text(1).contains("Medicines: 20"));
    }

    @Test
    void theMarkOfACopyStaysOutOfThePatientsBox() throws Exception {
        var printed = printed(sheet("Ann Lee", PENICILLIN, 1, true, "en"));
        float margin = PrescriptionHead.margin(PaperSize.A5);
        float stampEnds = margin + 16.5f * Document.MM;
        assertTrue(
                printed.isWhite(
                        0, margin, stampEnds, PaperSize.A5.width - 2 * margin, 1.5f * Document.MM));
    }

    @Test
    void theCodeIsReadAtScreenResolution() throws Exception {
        assertEquals(
                CardPaperTest.CODE,
                printed(sheet("Ann Lee", PENICILLIN, 3, false, "en")).qr(0, 96));
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void theMedicinesStayOutOfTheCode(PaperSize size) throws Exception {
        var name = "María del Carmen Fernández de la Vega y Sánchez-Ocaña de los Monteros";
        var sheet = sheet(name, PENICILLIN, 30, true, "es");
        var printed =
                new Rendered(new PrescriptionPaper().pdf(sheet, size))
                        .shown("prescription-" + size);
        float quiet = QrCode.of(CardPaperTest.CODE).quiet(PrescriptionPaper.QR);
        float margin = PrescriptionHead.margin(size);
        float left = size.width - margin - PrescriptionPaper.QR - quiet;
        float top = size.height - margin - 5 * Document.MM - PrescriptionPaper.QR - quiet;
        for (int page = 0; page < printed.pages(); page++) {
            assertTrue(
                    printed.isWhite(
                            page, left + 1, top + 1, PrescriptionPaper.QR + quiet, quiet - 2),
                    "above");
            assertTrue(
                    printed.isWhite(page, left + 1, top + 1, quiet - 2, PrescriptionPaper.QR),
                    "left");
        }
    }

    @Test
    void thePageIsA5() throws Exception {
        try (var document = printed(sheet("Ann Lee", PENICILLIN, 1, false, "en")).open()) {
            assertEquals(148, document.getPage(0).getMediaBox().getWidth() / 72 * 25.4, 0.01);
            assertEquals(210, document.getPage(0).getMediaBox().getHeight() / 72 * 25.4, 0.01);
        }
    }
}
