package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.clinicdesk.common.v1.File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
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
        paper = new Paper(notices, new Texts(Settings.in(folder)), Threads.inPlace());
        paper.use(name -> Optional.of(folder.resolve(name)));
    }

    @Test
    void savesWhatCameFromTheServer() throws IOException {
        var file = twoPages();
        var saved = paper.save(file).orElseThrow();
        assertArrayEquals(file.getContent().toByteArray(), Files.readAllBytes(saved));
    }

    @Test
    void drawsEveryPage() throws IOException {
        var pages = new ArrayList<BufferedImage>();
        paper.pages(twoPages(), 96, pages::addAll);
        assertEquals(2, pages.size());
    }

    @Test
    void saysWhenAFileIsNoPaper() {
        paper.pages(
                File.newBuilder().setContent(ByteString.copyFromUtf8("no")).build(),
                96,
                pages -> {});
        assertEquals(1, notices.shown().size());
    }

    @Test
    void printsTheVeryBytes() throws IOException {
        var printed = new ArrayList<byte[]>();
        paper.printsWith(printed::add);
        var file = twoPages();
        paper.print(file, done -> assertTrue(done));
        assertArrayEquals(file.getContent().toByteArray(), printed.getFirst());
    }

    @Test
    void saysWhenThePrinterFails() throws IOException {
        paper.printsWith(pdf -> {
            throw new IOException("no paper");
        });
        var ended = new ArrayList<Boolean>();
        paper.print(twoPages(), ended::add);
        assertEquals(List.of(false), ended);
        assertFalse(notices.shown().isEmpty());
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
