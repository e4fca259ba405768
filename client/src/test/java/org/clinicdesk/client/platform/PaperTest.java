package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.clinicdesk.client.OnePrinter;
import org.clinicdesk.common.v1.File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PaperTest {

    @TempDir private Path folder;

    private final Notices notices = new Notices();
    private Paper paper;

    @BeforeEach
    void open() {
        paper = paperAt(Settings.in(folder));
        paper.use(name -> Optional.of(folder.resolve(name)));
    }

    @Test
    void savesWhatCameFromTheServer() throws IOException {
        var file = twoPages();
        var saved = paper.save(file).orElseThrow();
        assertArrayEquals(file.getContent().toByteArray(), Files.readAllBytes(saved));
    }

    private Paper paperAt(Settings settings) {
        return new Paper(settings, notices, new Texts(settings), Threads.inPlace());
    }

    @Test
    void offersToOpenWhatWasSaved() throws IOException {
        var opened = new ArrayList<Path>();
        paper.opensWith(opened::add);
        var saved = paper.save(twoPages()).orElseThrow();
        notices.shown().getLast().offer().orElseThrow().run().run();
        assertEquals(List.of(saved), opened);
    }

    @Test
    void drawsAPageAndSaysHowManyThereAre() throws IOException {
        var pages = new ArrayList<Paper.Page>();
        paper.page(twoPages(), 1, 96, pages::add);
        assertEquals(2, pages.getFirst().of());
    }

    @Test
    void saysWhenAFileIsNoPaper() {
        paper.page(
                File.newBuilder().setContent(ByteString.copyFromUtf8("no")).build(),
                0,
                96,
                page -> {});
        assertEquals(1, notices.shown().size());
    }

    @Test
    void printsTheVeryBytes() throws IOException {
        var printer = new OnePrinter();
        paper.printsWith(printer);
        var file = twoPages();
        paper.print(file, "card", OnePrinter.NAME, done -> assertTrue(done));
        assertArrayEquals(file.getContent().toByteArray(), printer.printed().getFirst());
    }

    @Test
    void saysWhenThePrinterFails() throws IOException {
        paper.printsWith(new Jammed());
        var ended = new ArrayList<Boolean>();
        paper.print(twoPages(), "card", "Jammed", ended::add);
        assertEquals(List.of(false), ended);
        assertFalse(notices.shown().isEmpty());
    }

    @Test
    void remembersThePrinterOfEachKindOfPaper() throws IOException {
        paper.printsWith(new Three());
        paper.print(twoPages(), "card", "B", done -> {});
        paper.print(twoPages(), "report", "C", done -> {});
        var again = paperAt(Settings.in(folder));
        again.printsWith(new Three());
        var offered = new ArrayList<List<String>>();
        again.printers("card", offered::add);
        assertEquals(List.of(List.of("B", "A", "C")), offered);
    }

    private record Three() implements Printers {

        @Override
        public List<String> names() {
            return List.of("A", "B", "C");
        }

        @Override
        public void print(byte[] pdf, String name) {}
    }

    private record Jammed() implements Printers {

        @Override
        public List<String> names() {
            return List.of("Jammed");
        }

        @Override
        public void print(byte[] pdf, String name) throws IOException {
            throw new IOException("no paper");
        }
    }

    private static File twoPages() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage(PDRectangle.A5));
            document.addPage(new PDPage(PDRectangle.A5));
            document.save(out);
            return File.newBuilder()
                    .setName("prescription-R-000042.pdf")
                    .setMediaType("application/pdf")
                    .setContent(ByteString.copyFrom(out.toByteArray()))
                    .build();
        }
    }
}
