package org.clinicdesk.server.exchange;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.exchange.ImportReport.Refused;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/// Imports FHIR R4 bundles: a folder, a file or a .tgz. See the package for how.
public final class FhirImport {

    private static final Logger LOG = LoggerFactory.getLogger(FhirImport.class);
    private static final int MOST_CODES = 100;

    private final Platform platform;
    private final Patients patients;
    private final Supplier<Knowledge> knowledge;

    FhirImport(Platform platform, Patients patients, Supplier<Knowledge> knowledge) {
        this.platform = platform;
        this.patients = patients;
        this.knowledge = knowledge;
    }

    /// Imports all of a source. What cannot be taken is in the report; the import goes on.
    ///
    /// @throws IOException when the source cannot be opened
    public ImportReport run(Path path, Progress progress) throws IOException {
        return new Run(path, progress).run();
    }

    /// One import.
    private final class Run {
        private final Source source;
        private final Progress progress;
        private final long size;
        private final FhirMapping mapping = new FhirMapping(platform.clock(), patients, knowledge);
        private final Tally tally = new Tally();
        private final Map<String, Long> read = new TreeMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Map<Integer, Set<Integer>> unresolved = new HashMap<>();
        private int files;
        private long entries;

        Run(Path path, Progress progress) throws IOException {
            this.source = new Source(path);
            this.progress = progress;
            this.size = source.size();
        }

        ImportReport run() throws IOException {
            var start = System.nanoTime();
            var unreadable = source.each(item -> attempt(item, _ -> true, false));
            unreadable.forEach(
                    file -> refused.add(new Refused(file, new Position(0, 0, -1), Why.UNREADABLE)));
            if (!unresolved.isEmpty()) {
                source.each(this::again);
            }
            finish();
            platform.db().renewStatistics();
            var millis = (System.nanoTime() - start) / 1_000_000;
            return new ImportReport(
                    files, tally.lines(read), refused, tally.listed(), tally.notes(), millis);
        }

        /// By now every target that is in the source has been seen.
        private void again(Source.Item item) {
            var wanted = unresolved.get(item.number());
            if (wanted != null) {
                attempt(item, wanted::contains, true);
            }
        }

        /// Takes a bundle, or nothing of it.
        private void attempt(Source.Item item, IntPredicate wanted, boolean last) {
            var seen = new ArrayList<Seen>();
            try {
                var bundle = new BundleImport[1];
                platform.db()
                        .bulk(session -> {
                            bundle[0] = new BundleImport(item, mapping, session, last);
                            bundle[0].take(
                                    new BundleReader(item.name(), item.content()),
                                    entry -> see(entry, wanted, seen));
                        });
                tally.add(bundle[0].tally());
                if (!bundle[0].unresolved().isEmpty()) {
                    unresolved.put(item.number(), Set.copyOf(bundle[0].unresolved()));
                }
            } catch (BrokenBundle e) {
                refuse(item, seen, new Refused(item.label(), e.position(), e.why()));
            } catch (RuntimeException e) {
                LOG.warn("A bundle could not be stored: {}", e.getClass().getSimpleName());
                var position = seen.isEmpty() ? new Position(0, 0, -1) : seen.getLast().position;
                refuse(item, seen, new Refused(item.label(), position, Why.NOT_STORED));
            }
            if (!last) {
                files++;
                seen.forEach(entry ->
                        read.merge(entry.type.isEmpty() ? "(none)" : entry.type, 1L, Long::sum));
            }
        }

        private boolean see(BundleEntry entry, IntPredicate wanted, List<Seen> seen) {
            progress.at(source.done(), size, ++entries);
            if (!wanted.test(entry.index())) {
                return false;
            }
            seen.add(new Seen(entry.index(), entry.position(), entry.type(), entry.id()));
            return true;
        }

        private void refuse(Source.Item item, List<Seen> seen, Refused why) {
            refused.add(why);
            seen.forEach(entry -> tally.refused(item, entry));
        }

        private void finish() {
            var waiting = new References(platform.db()).resolve();
            // One row of the audit trail for the whole import.
            Call.system("import", () -> platform.db().write(() -> null));
            tally.note("medicine codes seen", mapping.medicine().codes());
            tally.note("medicine codes resolved to ingredients", mapping.medicine().resolved());
            var unknown = mapping.medicine().unresolved();
            unknown.stream()
                    .limit(MOST_CODES)
                    .forEach(code -> tally.note("medicine code not known: " + code));
            if (unknown.size() > MOST_CODES) {
                tally.note("more medicine codes not known", unknown.size() - MOST_CODES);
            }
            if (waiting > 0) {
                tally.note("references still without their target", waiting);
            }
            progress.at(size, size, entries);
        }
    }

    /// What is remembered of an entry while its bundle may yet be refused.
    record Seen(int index, Position position, String type, String id) {}
}
