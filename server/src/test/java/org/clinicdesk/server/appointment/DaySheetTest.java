package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.GetDaySheetRequest;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/// The day on paper. Each test has a day of its own.
@OnServer
class DaySheetTest {

    private final TestServer server;
    private final FrontDesk desk;

    DaySheetTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
    }

    @Test
    void namesEveryVisitOfTheDayOnce() throws Exception {
        desk.book(desk.wish(desk.patient("Thị Ánh Tuyết"), desk.doctor(0), at(42, "09:00")));
        desk.book(desk.wish(desk.patient("Íñigo Muñoz"), desk.doctor(1), at(42, "09:30")));
        var text = text(sheet(42));
        assertEquals(1, count(text, "Thị Ánh Tuyết"));
        assertTrue(text.contains("Íñigo Muñoz"), text);
        assertTrue(text.contains("09:30"), text);
    }

    @Test
    void givesEachDoctorAPageOfHisOwn() throws Exception {
        desk.book(desk.wish(desk.patient("One First"), desk.doctor(0), at(45, "09:00")));
        desk.book(desk.wish(desk.patient("Two Second"), desk.doctor(1), at(45, "09:00")));
        try (var document = Loader.loadPDF(sheet(45).getContent().toByteArray())) {
            assertEquals(2, document.getNumberOfPages());
            var first = new PDFTextStripper();
            first.setEndPage(1);
            var text = first.getText(document);
            assertFalse(text.contains("One First") && text.contains("Two Second"), text);
        }
    }

    @Test
    void leavesCancelledVisitsOut() throws Exception {
        desk.book(desk.wish(desk.patient("Bảo Kept"), desk.doctor(0), at(43, "09:00")));
        var gone = desk.book(desk.wish(desk.patient("Đức Gone"), desk.doctor(0), at(43, "10:00")));
        desk.cancel(gone);
        var text = text(sheet(43));
        assertTrue(text.contains("Bảo Kept"), text);
        assertFalse(text.contains("Đức Gone"), text);
    }

    @Test
    void aDayWithoutVisitsIsNotPrinted() {
        assertEquals("appointment/NOTHING_TO_PRINT", Refusals.reason(() -> sheet(44)));
    }

    private File sheet(int day) {
        var request =
                GetDaySheetRequest.newBuilder()
                        .setSiteId(desk.site())
                        .setDate(FrontDesk.TODAY.plusDays(day).toString())
                        .build();
        return AppointmentServiceGrpc.newBlockingStub(server.as("receptionist"))
                .getDaySheet(request)
                .getFile();
    }

    private static String text(File file) throws Exception {
        var folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve("day-sheet.pdf"), file.getContent().toByteArray());
        try (var document = Loader.loadPDF(file.getContent().toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
