package org.clinicdesk.server.drug;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// The knowledge as it is now: the shipped one with a practice's own tables, read again when these changed, looked for
/// at most once a minute. A bad file changes nothing: what was read before goes on, and the log says so.
final class CurrentKnowledge {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentKnowledge.class);
    private static final Duration LOOK = Duration.ofMinutes(1);

    /// @param state of the folder when it was read, or tried
    private record Read(Knowledge knowledge, Checker checker, String state, Instant looked) {}

    private final KnowledgeFolder own;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicReference<Read> read;

    CurrentKnowledge(Path folder, Clock clock) {
        this.own = new KnowledgeFolder(folder);
        this.clock = clock;
        this.read = new AtomicReference<>(first());
    }

    private Read first() {
        Instant now = clock.instant();
        String state = own.state();
        try {
            return read(own.load(), state, now);
        } catch (BadKnowledge e) {
            refused(e);
            return read(Knowledge.shipped(), state, now);
        }
    }

    private static Read read(Knowledge knowledge, String state, Instant now) {
        return new Read(knowledge, new Checker(knowledge), state, now);
    }

    Knowledge knowledge() {
        return now().knowledge();
    }

    Checker checker() {
        return now().checker();
    }

    /// While one call reads, the others go on with what there is.
    private Read now() {
        Read before = read.get();
        if (clock.instant().isBefore(before.looked().plus(LOOK)) || !reading.tryLock()) {
            return before;
        }
        try {
            Read after = look(read.get());
            read.set(after);
            return after;
        } finally {
            reading.unlock();
        }
    }

    private Read look(Read before) {
        Instant now = clock.instant();
        String state = own.state();
        if (state.equals(before.state())) {
            return new Read(before.knowledge(), before.checker(), state, now);
        }
        try {
            Knowledge fresh = own.load();
            LOG.info("Read the knowledge again: version {}", fresh.version());
            return read(fresh, state, now);
        } catch (BadKnowledge e) {
            refused(e);
            return new Read(before.knowledge(), before.checker(), state, now);
        }
    }

    private static void refused(BadKnowledge e) {
        LOG.error("The practice's own knowledge is not used: {}", e.getMessage());
    }
}
