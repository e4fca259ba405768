package org.clinicdesk.server.prescription;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// All sets of lines.
final class OrderSets {

    private final Db db;
    private final Clock clock;

    OrderSets(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Somebody's own and those of the clinic, by name.
    List<OrderSet> of(UUID staffId) {
        return db.session()
                .createQuery(
                        """
                        from OrderSet where struckAt is null and (ownerId is null or ownerId = :staff)
                        order by lower(name), id\
                        """,
                        OrderSet.class)
                .setParameter("staff", staffId)
                .list();
    }

    OrderSet add(@Nullable UUID ownerId, String name, byte[] lines) {
        var set = new OrderSet(Ids.next(clock), ownerId);
        set.set(name, lines);
        db.session().persist(set);
        return set;
    }

    /// @param ownerId null: of the whole clinic
    /// @throws NotFound when it is somebody else's, or was taken away
    OrderSet get(UUID id, long version, @Nullable UUID ownerId) {
        if (!db.get(OrderSet.class, id).of(ownerId)) {
            throw new NotFound(OrderSet.class, id);
        }
        return db.get(OrderSet.class, id, version);
    }

    void strike(OrderSet set, UUID by) {
        set.strike(by, clock.instant());
    }
}
