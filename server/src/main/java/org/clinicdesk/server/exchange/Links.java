package org.clinicdesk.server.exchange;

import org.hibernate.StatelessSession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the entries of one bundle, and those they point to, became.
final class Links {

    private final StatelessSession session;
    private final Map<ImportLink.Key, ImportLink> known = new HashMap<>();
    private final Set<ImportLink.Key> asked = new HashSet<>();
    private final List<ImportLink> fresh = new ArrayList<>();

    Links(StatelessSession session) {
        this.session = session;
    }

    /// Looks many up at once; those that were asked for before are not asked for again.
    void load(Collection<ImportLink.Key> keys) {
        var unasked = keys.stream().filter(asked::add).toList();
        if (!unasked.isEmpty()) {
            session.createSelectionQuery(
                            "from ImportLink where key.sourceKey in :keys", ImportLink.class)
                    .setParameter(
                            "keys",
                            unasked.stream().map(ImportLink.Key::sourceKey).distinct().toList())
                    .getResultList()
                    .forEach(link -> known.put(link.key(), link));
        }
    }

    /// One that [#load] was asked for, or that was added since.
    Optional<ImportLink> loaded(ImportLink.Key key) {
        return Optional.ofNullable(known.get(key));
    }

    /// What a reference points to, wherever it was imported. @throws NotTaken UNRESOLVED_REFERENCE
    UUID resolve(ImportLink.Key target) {
        load(List.of(target));
        return loaded(target).orElseThrow(() -> new NotTaken(Why.UNRESOLVED_REFERENCE)).entityId();
    }

    void add(ImportLink.Key key, UUID entity, String digest) {
        var link = new ImportLink(key, entity, digest);
        if (known.put(key, link) == null) {
            fresh.add(link);
        } else if (fresh.removeIf(other -> other.key().equals(key))) {
            fresh.add(link);
        } else {
            session.update(link);
        }
    }

    /// Another key of the same; an entry's own link is never replaced by it.
    void alias(ImportLink.Key key, UUID entity) {
        load(List.of(key));
        if (!known.containsKey(key)) {
            add(key, entity, "");
        }
    }

    void flush() {
        session.insertMultiple(fresh);
        fresh.clear();
    }
}
