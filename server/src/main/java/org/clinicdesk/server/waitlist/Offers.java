package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.KeptTimes;
import org.clinicdesk.server.appointment.KeptTimes.Kept;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Span;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// What was offered to whom. An offer is open as long as its hold, which the clock of the database ends.
final class Offers {

    private final Db db;
    private final KeptTimes keptTimes;

    Offers(Db db, KeptTimes keptTimes) {
        this.db = db;
        this.keptTimes = keptTimes;
    }

    /// An offer that waits for its answer.
    record Open(SlotOffer offer, Kept kept) {

        Refusal refusal() {
            return new Refusal(
                    WaitlistRefusal.OFFERED,
                    Map.of("by", kept.by(), "until", kept.expiresAt().toString()));
        }
    }

    /// All of a site that are open in this moment.
    List<Open> open(UUID site) {
        var live = keptTimes.live(site);
        if (live.isEmpty()) {
            return List.of();
        }
        return db
                .session()
                .createQuery(
                        "from SlotOffer where state = OFFERED and holdId in (:holds) order by id",
                        SlotOffer.class)
                .setParameterList("holds", live.keySet())
                .list()
                .stream()
                .map(offer -> new Open(offer, kept(offer, live)))
                .toList();
    }

    private static Kept kept(SlotOffer offer, Map<UUID, Kept> live) {
        return Objects.requireNonNull(live.get(offer.holdId().orElseThrow()));
    }

    Optional<Open> open(UUID site, Predicate<SlotOffer> which) {
        return open(site).stream().filter(open -> which.test(open.offer)).findFirst();
    }

    /// Ends an offer; its time is free for the next.
    void end(SlotOffer offer, OfferState how) {
        offer.end(how);
        offer.holdId().ifPresent(keptTimes::giveUp);
    }

    /// For each of some times, who does not want what of it.
    Map<UUID, Map<UUID, List<Span>>> declined(List<FreedSlot> slots) {
        var declined = new HashMap<UUID, Map<UUID, List<Span>>>();
        db.session()
                .createQuery(
                        "from SlotOffer where state = DECLINED and slotId in (:slots)",
                        SlotOffer.class)
                .setParameterList("slots", slots.stream().map(FreedSlot::id).toList())
                .list()
                .forEach(offer ->
                        declined.computeIfAbsent(offer.slotId(), _ -> new HashMap<>())
                                .computeIfAbsent(offer.entryId(), _ -> new ArrayList<>())
                                .add(offer.span()));
        return declined;
    }
}
