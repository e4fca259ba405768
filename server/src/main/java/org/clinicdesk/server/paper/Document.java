package org.clinicdesk.server.paper;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// A PDF in the making. Its properties name the kind of paper and never a person.
final class Document implements AutoCloseable {
    /// Points in a millimetre.
    static final float MM = 72 / 25.4f;

    private final PDDocument pdf = new PDDocument();
    private final Typesetter type;

    private Document(String kind, Locale locale) throws IOException {
        type = new Typesetter(pdf);
        var properties = new PDDocumentInformation();
        properties.setTitle(kind);
        properties.setProducer("ClinicDesk");
        pdf.setDocumentInformation(properties);
        pdf.getDocumentCatalog().setLanguage(locale.toLanguageTag());
    }

    /// Draws a document and answers its bytes.
    static byte[] draw(String kind, Locale locale, Drawing drawing) {
        try (var document = new Document(kind, locale)) {
            drawing.on(document);
            var bytes = new ByteArrayOutputStream();
            document.pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Typesetter type() {
        return type;
    }

    Canvas page(float width, float height) throws IOException {
        var page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        return new Canvas(new PDPageContentStream(pdf, page), height, type);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    @FunctionalInterface
    interface Drawing {
        void on(Document document) throws IOException;
    }
}
