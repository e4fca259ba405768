package org.clinicdesk.server.exchange;

import ca.uhn.fhir.parser.DataFormatException;

import org.clinicdesk.server.exchange.Outcome.Listed;
import org.hibernate.StatelessSession;
import org.hl7.fhir.r4.model.Resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/// Takes in one bundle, within its transaction.
final class BundleImport {

    /// Entries that are looked up and inserted together.
    private static final int CHUNK = 300;

    /// So many entries wait in memory for a target further on in their bundle; others wait for the second reading.
    private static final int MOST_WAITING = 10_000;

    private static final Outcome UNRESOLVED = new Listed(Why.UNRESOLVED_REFERENCE);

    private final Source.Item item;
    private final FhirMapping mapping;
    private final boolean last;
    private final Links links;
    private final Batch batch;
    private final Rows rows;
    private final Tally tally = new Tally();
    private final List<BundleEntry> waiting = new ArrayList<>();
    private final List<Integer> unresolved = new ArrayList<>();

    BundleImport(Source.Item item, FhirMapping mapping, StatelessSession session, boolean last) {
        this.item = item;
        this.mapping = mapping;
        this.last = last;
        this.links = new Links(session);
        this.batch = new Batch(session);
        this.rows = new Rows(session, links, batch, mapping, tally);
    }

    /// Takes the entries that `wanted` says yes to; it hears of all. @throws BrokenBundle
    void take(BundleReader reader, Predicate<BundleEntry> wanted) {
        var chunk = new ArrayList<BundleEntry>();
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            if (wanted.test(entry.get())) {
                chunk.add(entry.get());
            }
            if (chunk.size() == CHUNK) {
                take(chunk);
                chunk.clear();
            }
        }
        take(chunk);
        takeWaiting();
        rows.finish();
        if (!last && reader.cleaned() > 0) {
            tally.note("entries read without their control characters", reader.cleaned());
        }
    }

    private void take(List<BundleEntry> chunk) {
        links.load(chunk.stream().flatMap(entry -> entry.keys().stream()).toList());
        for (var entry : chunk) {
            var outcome = outcome(entry);
            if (!outcome.equals(UNRESOLVED)) {
                tally.count(item, entry, outcome);
            } else if (waiting.size() < MOST_WAITING) {
                waiting.add(entry);
            } else {
                leave(entry);
            }
        }
        batch.flush();
        links.flush();
    }

    /// The whole bundle was read: what was to come has come.
    private void takeWaiting() {
        for (var entry : waiting) {
            var outcome = outcome(entry);
            if (outcome.equals(UNRESOLVED)) {
                leave(entry);
            } else {
                tally.count(item, entry, outcome);
            }
        }
        batch.flush();
        links.flush();
    }

    private void leave(BundleEntry entry) {
        if (last) {
            tally.count(item, entry, UNRESOLVED);
        } else {
            unresolved.add(entry.index());
        }
    }

    private Outcome outcome(BundleEntry entry) {
        try {
            if (entry.deletes()) {
                return new Listed(Why.DELETION);
            }
            if (!Kept.kind(entry.type())) {
                return new Listed(Why.KIND_NOT_KEPT);
            }
            var key = entry.key();
            if (key == null) {
                return new Listed(Why.NO_ID);
            }
            var json = entry.resource().toString();
            var digest = digest(json);
            var known = links.loaded(key);
            // A medicine is remembered each time: the requests that point to it hold what it is.
            if (known.isPresent()
                    && known.get().says(digest)
                    && !entry.type().equals("Medication")) {
                mapping.medicine().unchanged(entry.resource());
                return Outcome.LINKED;
            }
            var earlier = known.map(ImportLink::entityId).orElse(null);
            return rows.take(new Arrival(entry, parse(json), key, digest, earlier));
        } catch (NotTaken e) {
            return new Listed(e.why());
        }
    }

    private Resource parse(String json) {
        try {
            return (Resource) mapping.parser().parseResource(json);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException _) {
            throw new NotTaken(Why.MALFORMED);
        }
    }

    private static String digest(String json) {
        try {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What became of the entries, without those of [#unresolved].
    Tally tally() {
        return tally;
    }

    /// Entries whose target was neither in this bundle nor in one before.
    List<Integer> unresolved() {
        return unresolved;
    }
}
