package org.clinicdesk.server.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clinicdesk.server.platform.TextRules;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads a bundle entry by entry: one entry is in memory at a time, and where the file breaks is known.
final class BundleReader {

    /// An embedded document, as base64, with room above the largest that is kept.
    private static final int LONGEST_TEXT = 64_000_000;

    /// Decimals stay as they are written: 6.20 is more precise than 6.2.
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final String file;
    private final Texts parser;
    private boolean begun;
    private boolean inEntries;
    private boolean isBundle;
    private int count;
    private int cleaned;

    /// @param content is not closed
    BundleReader(String file, InputStream content) {
        this.file = file;
        try {
            this.parser =
                    new Texts(
                            MAPPER.getFactory()
                                    .createParser(content)
                                    .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE));
        } catch (IOException _) {
            throw new BrokenBundle(Why.UNREADABLE, new Position(1, 1, 0));
        }
    }

    /// The next entry; empty at the end. @throws BrokenBundle
    Optional<BundleEntry> next() {
        try {
            while (inEntries || seekEntries()) {
                var token = parser.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    var position = position(parser.currentTokenLocation());
                    parser.left = false;
                    var entry = MAPPER.<JsonNode>readTree(parser);
                    cleaned += parser.left ? 1 : 0;
                    return Optional.of(new BundleEntry(file, count++, position, entry));
                }
                expect(token == JsonToken.END_ARRAY, Why.NOT_A_BUNDLE);
                inEntries = false;
            }
            return Optional.empty();
        } catch (StreamConstraintsException _) {
            throw new BrokenBundle(Why.BEYOND_LIMITS, position(parser.currentLocation()));
        } catch (JsonProcessingException e) {
            throw new BrokenBundle(Why.NOT_JSON, position(e.getLocation()));
        } catch (IOException _) {
            throw new BrokenBundle(Why.UNREADABLE, position(parser.currentLocation()));
        }
    }

    /// Goes to the entries; false at the end of the bundle.
    private boolean seekEntries() throws IOException {
        if (!begun) {
            begun = true;
            expect(parser.nextToken() == JsonToken.START_OBJECT, Why.NOT_JSON);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("entry")) {
                expect(value == JsonToken.START_ARRAY, Why.NOT_A_BUNDLE);
                inEntries = true;
                return true;
            }
            if (name.equals("resourceType")) {
                isBundle = "Bundle".equals(parser.getText());
                expect(isBundle, Why.NOT_A_BUNDLE);
            }
            parser.skipChildren();
        }
        expect(isBundle, Why.NOT_A_BUNDLE);
        expect(parser.nextToken() == null, Why.NOT_JSON);
        return false;
    }

    /// Leaves out of texts what no text may have: one database would keep it, the other fails on it.
    private static final class Texts extends JsonParserDelegate {

        /// Whether anything was left out.
        private boolean left;

        Texts(JsonParser parser) {
            super(parser);
        }

        @Override
        public String getText() throws IOException {
            var text = super.getText();
            var clean = text == null ? "" : TextRules.withoutControls(text);
            left |= text != null && clean.length() < text.length();
            return clean;
        }
    }

    /// How many entries had characters that no text may have; these are left out.
    int cleaned() {
        return cleaned;
    }

    private void expect(boolean holds, Why otherwise) {
        if (!holds) {
            throw new BrokenBundle(otherwise, position(parser.currentLocation()));
        }
    }

    private static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr(), location.getByteOffset());
    }
}
