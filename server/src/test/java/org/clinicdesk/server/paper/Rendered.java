package org.clinicdesk.server.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/// A PDF as its reader sees it. Pictures are left in `target/paper` for eyes.
public record Rendered(byte[] pdf) {
    PDDocument open() throws IOException {
        return Loader.loadPDF(pdf);
    }

    public int pages() throws IOException {
        try (var document = open()) {
            return document.getNumberOfPages();
        }
    }

    public String text() throws IOException {
        try (var document = open()) {
            return new PDFTextStripper().getText(document);
        }
    }

    String text(int page) throws IOException {
        try (var document = open()) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    BufferedImage picture(int page, int dpi) throws IOException {
        try (var document = open()) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi);
        }
    }

    /// What a scanner reads, which like any scanner looks more than once.
    public String qr(int page, int dpi) throws IOException, NotFoundException {
        for (int look = dpi; look < dpi * 1.2; look += dpi / 16) {
            try {
                return look(picture(page, look));
            } catch (NotFoundException e) {
                // Not on this look.
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    private static String look(BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        var hints =
                Map.of(
                        DecodeHintType.POSSIBLE_FORMATS,
                        List.of(BarcodeFormat.QR_CODE),
                        DecodeHintType.TRY_HARDER,
                        true);
        return new MultiFormatReader().decode(bitmap, hints).getText();
    }

    /// Whether anything but white is in the rectangle, in points from the page's upper left corner.
    boolean isWhite(int page, float x, float y, float width, float height) throws IOException {
        var picture = picture(page, 144);
        for (int row = Math.round(y * 2);
                row < Math.min(picture.getHeight(), Math.round((y + height) * 2));
                row++) {
            for (int column = Math.round(x * 2); column < Math.round((x + width) * 2); column++) {
                if ((picture.getRGB(column, row) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }

    Rendered shown(String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "paper"));
        for (int page = 0; page < pages(); page++) {
            ImageIO.write(
                    picture(page, 150),
                    "png",
                    folder.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
        return this;
    }
}
