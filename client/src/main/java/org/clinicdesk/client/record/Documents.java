package org.clinicdesk.client.record;

import com.google.protobuf.ByteString;

import javafx.scene.control.TextArea;

import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.PaperPreview;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.record.v1.Document;
import org.clinicdesk.record.v1.GetDocumentRequest;
import org.clinicdesk.record.v1.GetDocumentResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;

/// Opens documents of the record: a text or a paper over the screen, anything else as a file. The name of the file tells nothing of
/// the person.
final class Documents {

    private static final int ROWS = 22;

    private final Desk desk;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;

    Documents(Desk desk) {
        this.desk = desk;
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    void open(Document document) {
        var request = GetDocumentRequest.newBuilder().setId(document.getId()).build();
        desk.calls().call(() -> records.getDocument(request)).then(this::show);
    }

    private void show(GetDocumentResponse answer) {
        var type = answer.getDocument().getMediaType();
        if (type.startsWith("text/plain")) {
            read(answer.getDocument().getTitle(), answer.getContent());
            return;
        }
        var file =
                File.newBuilder()
                        .setName("document" + ending(type))
                        .setMediaType(type)
                        .setContent(answer.getContent())
                        .build();
        if (type.startsWith("application/pdf")) {
            new PaperPreview(desk, "record-document-paper", answer.getDocument().getTitle(), file)
                    .show();
        } else {
            desk.paper().save(file);
        }
    }

    private void read(String title, ByteString content) {
        var text = new TextArea(content.toStringUtf8());
        text.setId("record-document.text");
        text.setAccessibleText(title);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        new Dialog(desk.layers(), desk.texts(), "record-document", title)
                .width(720)
                .body(text)
                .cancel(desk.texts().get("kit.close"))
                .show();
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "text/html" -> ".html";
            case "application/xml", "text/xml" -> ".xml";
            default -> ".bin";
        };
    }
}
