package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Busy;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.site.Sites;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What lies on the shelf, and the one place through which it changes.
public final class Stock {

    /// Told when stock changes.
    public static final String TOPIC = "stock";

    /// What the ids of products begin with.
    static final String PRODUCT = "product:";

    /// More than any knowledge has products.
    private static final int ALL = 100_000;

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Supplier<Knowledge> knowledge;

    Stock(Db db, Clock clock, Sites sites, Supplier<Knowledge> knowledge) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.knowledge = knowledge;
    }

    /// Today where the clinic is: the day on which a lot expires there.
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), sites.clinic().zone());
    }

    /// Takes a delivery in. @throws Refusal UNKNOWN_PRODUCT, EXPIRED_LOT
    public Lot receive(String productId, String lotNumber, LocalDate expiresOn, int quantity) {
        if (expiresOn.isBefore(today())) {
            throw new Refusal(PharmacyRefusal.EXPIRED_LOT);
        }
        return enter(productId, lotNumber, expiresOn, quantity);
    }

    /// Enters what already lies on the shelf, such as when a clinic begins; some of it may have expired there.
    /// @throws Refusal UNKNOWN_PRODUCT
    public Lot enter(String productId, String lotNumber, LocalDate expiresOn, int quantity) {
        var batch = new Lot.Batch(productId, product(productId).name(), lotNumber, expiresOn);
        var lot = locked(batch).orElseGet(() -> add(batch));
        move(lot, quantity, StockMovement.Reason.RECEIVED, null);
        return lot;
    }

    private Medicine product(String id) {
        return Optional.of(id)
                .filter(product -> product.startsWith(PRODUCT))
                .flatMap(product -> knowledge.get().medicine(product))
                .orElseThrow(() -> new Refusal(PharmacyRefusal.UNKNOWN_PRODUCT));
    }

    private Optional<Lot> locked(Lot.Batch batch) {
        return db.session()
                .createQuery(
                        "from Lot where productId = :product and lotNumber = :number and expiresOn"
                                + " = :expires",
                        Lot.class)
                .setParameter("product", batch.productId())
                .setParameter("number", batch.lotNumber())
                .setParameter("expires", batch.expiresOn())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /// @throws Busy when another delivery of the batch was first: the whole call is tried again and finds its row
    private Lot add(Lot.Batch batch) {
        var lot = new Lot(Ids.next(clock), batch);
        try {
            db.session().persist(lot);
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "lot_uk") ? new Busy("lot") : e;
        }
        return lot;
    }

    /// The lots, locked in the order of their ids and read under the lock. They must not have been read before in this
    /// transaction. @throws NotFound
    Map<UUID, Lot> lock(Collection<UUID> ids) {
        var lots = new LinkedHashMap<UUID, Lot>();
        ids.stream().distinct().sorted().forEach(id -> lots.put(id, lock(id)));
        return lots;
    }

    private Lot lock(UUID id) {
        var lot = db.session().find(Lot.class, id, LockMode.PESSIMISTIC_WRITE);
        if (lot == null) {
            throw new NotFound(Lot.class, id);
        }
        return lot;
    }

    /// Takes out of a locked lot what was handed out; the caller has seen that there is so much.
    void takeOut(Lot lot, int quantity, UUID dispenseId) {
        move(lot, -quantity, StockMovement.Reason.DISPENSED, dispenseId);
    }

    private void move(
            Lot lot, int quantity, StockMovement.Reason reason, @Nullable UUID dispenseId) {
        lot.move(quantity);
        var by = Call.current().signedIn().map(Caller::staffId).orElse(null);
        db.session()
                .persist(
                        new StockMovement(
                                Ids.next(clock),
                                lot.id(),
                                quantity,
                                reason,
                                dispenseId,
                                by,
                                clock.instant()));
    }

    /// The products of which something lies on the shelf.
    List<String> onShelf() {
        return db.session()
                .createQuery("select distinct productId from Lot where onHand > 0", String.class)
                .list();
    }

    /// What lies on the shelf of these products, first to expire first.
    List<Lot> of(Collection<String> productIds) {
        return db.session()
                .createQuery(
                        """
                        from Lot where productId in (:products) and onHand > 0
                        order by expiresOn, productName, lotNumber, id\
                        """,
                        Lot.class)
                .setParameterList("products", productIds)
                .list();
    }

    /// What lies on the shelf and is called so, by the name of the product or of what it holds, or by the beginning of
    /// its lot number; by product, first to expire first. All for an empty text. What has expired is among it.
    public List<Lot> search(String text) {
        var wanted = text.strip();
        return db.session()
                .createQuery(
                        """
                        from Lot
                        where onHand > 0
                          and (:number = '%' or upper(lotNumber) like :number escape '!' or productId in (:products))
                        order by productName, expiresOn, lotNumber, id\
                        """,
                        Lot.class)
                .setParameter("number", beginning(wanted))
                .setParameterList("products", products(wanted))
                .list();
    }

    private List<String> products(String text) {
        return knowledge.get().searchMedicines(text, ALL).stream()
                .map(Medicine::id)
                .filter(id -> id.startsWith(PRODUCT))
                .toList();
    }

    private static String beginning(String lotNumber) {
        return lotNumber.toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
