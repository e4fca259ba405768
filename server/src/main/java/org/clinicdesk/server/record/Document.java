package org.clinicdesk.server.record;

import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.UUID;

/// A document of the record, with its content. Lists read [Line]s: the content may be large.
@Entity
public class Document extends Entry {

    /// A document without its content.
    public record Line(UUID id, String title, Instant at, String mediaType) {}

    private String title;
    private Instant at;
    private String mediaType;
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    public Document(
            UUID id, UUID patientId, String title, Instant at, String mediaType, byte[] content) {
        super(id, patientId);
        this.title = title;
        this.at = at;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public Line line() {
        return new Line(id(), title, at, mediaType);
    }

    public byte[] content() {
        return content.clone();
    }
}
