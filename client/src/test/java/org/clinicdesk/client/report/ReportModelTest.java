package org.clinicdesk.client.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.Table.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReportModelTest {

    private static SampleServer server;

    @TempDir private Path folder;

    private Desk desk;
    private ReportModel model;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.deskOf("quynh");
        desk.paper().use(name -> Optional.of(folder.resolve(name)));
        model = new ReportModel(desk);
    }

    @Test
    void showsToday() {
        assertEquals(desk.today(), model.date().get());
        assertFalse(model.empty());
    }

    @Test
    void everyHeadingAndWordHasAText() {
        for (var table : model.tables()) {
            assertTrue(desk.texts().has(table.getTitleKey()), table.getTitleKey());
            for (var c = 0; c < table.getColumnsCount(); c++) {
                assertTrue(
                        desk.texts().has(table.getColumns(c).getTitleKey()),
                        table.getColumns(c).getTitleKey());
                if (table.getColumns(c).getKind() == Kind.KIND_WORD) {
                    for (var row : table.getRowsList()) {
                        assertTrue(desk.texts().has(row.getCells(c)), row.getCells(c));
                    }
                }
            }
        }
    }

    @Test
    void tellsThatADayWasEmpty() {
        model.go(-400);
        assertTrue(model.empty());
    }

    @Test
    void savesASpreadsheet() throws IOException {
        model.export();
        var saved = Files.readAllBytes(folder.resolve("day-2026-11-23.xlsx"));
        assertArrayEquals(new byte[] {'P', 'K'}, Arrays.copyOf(saved, 2));
    }

    @Test
    void fetchesAPaperAndSavesNothing() throws IOException {
        model.print();
        var paper = model.paper().get().getContent().toByteArray();
        assertArrayEquals("%PDF".getBytes(), Arrays.copyOf(paper, 4));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void leavesNothingHalfWrittenBeside() throws IOException {
        model.export();
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void saysWhenAFileCannotBeWritten() {
        desk.paper().use(name -> Optional.of(folder.resolve("nowhere").resolve(name)));
        model.export();
        assertEquals(desk.texts().get("kit.file.failed"), desk.notices().shown().getLast().text());
    }

    @Test
    void saysThatThereIsNothingToExport() {
        model.go(-400);
        model.export();
        assertEquals(desk.texts().get("report.refused.NOTHING_TO_EXPORT"), model.refused().get());
    }

    @Test
    void showsFiguresAsTheyAreWritten() {
        var cells = new Cells(desk.texts());
        assertEquals("1,234", cells.text("1234", Kind.KIND_INTEGER));
        assertEquals("12 min", cells.text("12", Kind.KIND_MINUTES));
        assertEquals("—", cells.text("", Kind.KIND_INTEGER));
    }
}
