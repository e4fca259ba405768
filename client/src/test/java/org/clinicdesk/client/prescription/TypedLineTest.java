package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

class TypedLineTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static TypedLine line(String typed) {
        return TypedLine.of(typed, TODAY);
    }

    @Test
    void readsAWholeLine() {
        assertEquals(
                new TypedLine("amox 500", Map.of("dose", "1", "times", "t8h", "days", "7d")),
                line("amox 500 1 t8h 7d"));
    }

    @Test
    void readsEverythingElseInAnyOrder() {
        assertEquals(
                new TypedLine(
                        "para 500",
                        Map.ofEntries(
                                Map.entry("dose", "1"),
                                Map.entry("unit", "tablet"),
                                Map.entry("times", "q6h"),
                                Map.entry("days", "5d"),
                                Map.entry("needed", ""),
                                Map.entry("for", "đau đầu"),
                                Map.entry("max", "4"),
                                Map.entry("repeats", "2"),
                                Map.entry("quantity", "20"),
                                Map.entry("route", "oral"),
                                Map.entry("as-written", ""))),
                line("para 500 1tab q6h po prn:đau_đầu max4 5d #20 r2 dns"));
    }

    @Test
    void aStrengthIsNotTakenForADose() {
        assertEquals(
                new TypedLine("amlodipine 5", Map.of("times", "x1", "days", "30d")),
                line("amlodipine 5 x1 30d"));
        assertEquals(Optional.empty(), line("paracetamol 500mg x3 5d").part("dose"));
        assertEquals(Optional.empty(), line("paracetamol 500 mg x3 5d").part("dose"));
    }

    @Test
    void aCountedUnitMakesADose() {
        assertEquals(Optional.of("5"), line("ibuprofen jarabe 5ml x3 3d").part("dose"));
        assertEquals(Optional.of("2"), line("salbutamol 2 puffs q6h").part("dose"));
        assertEquals(Optional.of("1/2"), line("bisoprolol 5 1/2 x1 30d").part("dose"));
    }

    @Test
    void readsATaper() {
        var taper = line("prednisolone 5 8 x1 5d > 4 5d > 2 5d");
        assertEquals("prednisolone 5", taper.medicine());
        assertEquals(Optional.of("4 5d > 2 5d"), taper.part("then"));
    }

    @ParameterizedTest
    @CsvSource({
        "amox 500 1 q8h 7 days, days, 7days",
        "cipro 500 1 q12h 1 w, days, 1w",
        "metformin 500 1 bd 2 tuần, days, 2tuan",
        "amox 500 1 7d q8h, days, 7d",
        "amox 500 1 7d q8h, dose, 1",
        "metho 2.5 4 w 4w, times, w",
        "bisoprolol 5 ½ x1 30d, dose, 0.5",
        "bisoprolol 5 1½ x1 30d, dose, 1.5",
        "para 500 1-2 q6h prn 5d, dose, 1-2",
        "para 500 1-2tab q6h 5d, dose, 1-2",
        "para 500 1 q6h quickly 5d, unread, quickly",
    })
    void readsWhatDoctorsWriteInAHurry(String typed, String part, String read) {
        assertEquals(Optional.of(read), line(typed).part(part));
    }

    @ParameterizedTest
    @CsvSource({
        "metformin 850 1-0-1 30d, metformin 850, 1, x2, 30d",
        "paracetamol 500 1-1-1 5d, paracetamol 500, 1, x3, 5d",
        "amoxicilina 500 1 comprimido cada 8 horas 7 dias, amoxicilina 500, 1, q8h, 7dias",
        "amoxicilina 500 1 cada 8 horas durante 7 días, amoxicilina 500, 1, q8h, 7dias",
        "paracetamol 500 uống 2 viên ngày 3 lần 5 ngày, paracetamol 500, 2, x3, 5ngay",
        "amoxicillin 500 ngày uống 2 lần mỗi lần 1 viên 7 ngày, amoxicillin 500, 1, x2, 7ngay",
        "ibuprofen 400mg 1 tablet three times a day for 5 days, ibuprofen 400mg, 1, x3, 5days",
        "cetirizine 10 1 tablet daily for 2 weeks, cetirizine 10, 1, x1, 2weeks",
        "cetirizine 10 1 once daily 5 ngày, cetirizine 10, 1, x1, 5ngay",
        "prednisolona 5 2 una vez al día 5 días, prednisolona 5, 2, x1, 5dias",
        "salbutamol inh 2 q6h 10d, salbutamol, 2, q6h, 10d",
    })
    void readsWhatIsWrittenOut(
            String typed, String medicine, String dose, String times, String days) {
        var line = line(typed);
        assertEquals(medicine, line.medicine());
        assertEquals(Optional.of(dose), line.part("dose"));
        assertEquals(Optional.of(times), line.part("times"));
        assertEquals(Optional.of(days), line.part("days"));
        assertEquals(Optional.empty(), line.part("unread"));
    }

    @ParameterizedTest
    @CsvSource({"1-0-2", "0-0-1"})
    void aDosageThatCannotBeKeptIsSaidAndIsNoPartOfTheName(String meals) {
        var line = line("metformin 850 " + meals + " 30d");
        assertEquals("metformin 850", line.medicine());
        assertEquals(Optional.of(meals), line.part("unread"));
        assertEquals(Optional.empty(), line.part("times"));
    }

    @ParameterizedTest
    @CsvSource({
        "ventolin 2 puffs q6h prn max8, ventolin puff",
        "ibuprofen jarabe 5ml x3 3d, ibuprofen jarabe ml",
        "salbutamol inh 2 q6h prn, salbutamol inh",
        "amlodipine 5 1 x1 30d, amlodipine 5",
    })
    void theUnitOrTheRouteTellsTheForm(String typed, String wanted) {
        assertEquals(wanted, line(typed).wanted());
    }

    @Test
    void twiceAWeekIsNotTwiceADay() {
        assertEquals(Optional.empty(), line("metho 2.5 1 twice a week 4w").part("times"));
    }

    @Test
    void whatIsNotUnderstoodIsNoPartOfTheName() {
        assertEquals("cipro 500", line("cipro 500 1 q12h 1 wek").medicine());
        assertEquals(Optional.of("1 wek"), line("cipro 500 1 q12h 1 wek").part("unread"));
    }

    /// How often is asked for then.
    @Test
    void aLineWithoutHowOftenIsReadAllTheSame() {
        assertEquals(
                new TypedLine(
                        "nitroglycerin 0.5",
                        Map.of("dose", "1", "route", "sublingual", "needed", "")),
                line("nitroglycerin 0.5 1 sl prn"));
        assertEquals(
                new TypedLine("amlodipine 5", Map.of("dose", "1", "days", "30d")),
                line("amlodipine 5 1 30d"));
        assertEquals(Optional.of("4"), line("paracetamol 500 1-2 max4").part("max"));
    }

    @Test
    void aNameAloneStaysAName() {
        assertEquals(new TypedLine("iron iv", Map.of()), line("iron iv"));
        assertEquals(new TypedLine("vitamin b12", Map.of()), line("vitamin b12"));
        assertEquals(new TypedLine("omega 3", Map.of()), line("omega 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "x3,3",
        "3l,3",
        "tid,3",
        "q8h,q8h",
        "t8h,q8h",
        "c 8 h,q8h",
        "cada 8h,q8h",
        "q2d,q2d",
        "eod,q2d",
        "cách ngày,q2d",
        "weekly,q7d",
        "w-mon,w-mon",
        "w:t2,w-mon",
        "sem-jue,w-thu",
        "q2w,q14d",
        "0,",
        "25,",
        "q80h,",
        "w-xyz,",
        "moon,"
    })
    void readsHowOften(String typed, String expected) {
        assertEquals(Optional.ofNullable(expected), Shorthand.timing(typed).map(Shorthand::typed));
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "7d,7",
        "7 ngày,7",
        "2w,14",
        "2 tuần,14",
        "1m,30",
        "0,0",
        "400,",
        "u15/12,2026-12-15",
        "15/12/2026,2026-12-15",
        "hasta 5/1,2027-01-05",
        "u22/11,",
        "u1/6,",
        "31/2,",
        "1/1/2020,",
        "soon,"
    })
    void readsHowLong(String typed, String expected) {
        assertEquals(
                Optional.ofNullable(expected),
                Shorthand.length(typed, TODAY)
                        .map(length ->
                                length.until()
                                        .map(LocalDate::toString)
                                        .orElse(Integer.toString(length.days()))));
    }
}
