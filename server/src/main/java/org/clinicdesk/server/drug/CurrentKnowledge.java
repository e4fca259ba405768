package org.clinicdesk.server.drug;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/// The knowledge as it is now: the shipped one with a practice's own tables, read again when somebody looks and these
/// have changed. A bad file changes nothing: what was read before goes on, and the log says so, once. When nothing was read
/// before, every check says that the practice's own rules are not heeded.
final class CurrentKnowledge {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentKnowledge.class);

    /// @param state of the folder when it was read, or tried
    private record Read(Knowledge knowledge, Checker checker, String state) {
        Read(Knowledge knowledge, String state) {
            this(knowledge, new Checker(knowledge), state);
        }
    }

    private final KnowledgeFolder own;
    private volatile Read read;

    CurrentKnowledge(Path folder) {
        this.own = new KnowledgeFolder(folder);
        this.read = first();
    }

    private Read first() {
        String state = own.state();
        try {
            return new Read(own.load(), state);
        } catch (BadKnowledge e) {
            refused(e);
            return new Read(Knowledge.shipped().withoutOwn(), state);
        }
    }

    Knowledge knowledge() {
        return read.knowledge();
    }

    Checker checker() {
        return read.checker();
    }

    /// Reads the tables again if they have changed. Meanwhile everybody goes on with what there is.
    synchronized void look() {
        Read before = read;
        String state = own.state();
        if (state.equals(before.state())) {
            return;
        }
        try {
            read = new Read(own.load(), state);
            LOG.info("Read the knowledge again: version {}", read.knowledge().version());
        } catch (BadKnowledge e) {
            refused(e);
            read = new Read(before.knowledge(), before.checker(), state);
        }
    }

    private static void refused(BadKnowledge e) {
        LOG.error("The practice's own knowledge is not used: {}", e.getMessage());
    }
}
