package org.clinicdesk.client.pharmacy;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.pharmacy.v1.DispenseRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.EarlyRefill;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.LineLots;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.prescription.v1.Prescription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// A line of the prescription while it is handed out: how much from which lot, and what is wrong with it.
final class LineDraft {

    private final Prescription.Line line;
    private final int left;
    private final List<Lot> lots;
    private final int expiredLots;
    private final int otherStrengthLots;
    private final Optional<EarlyRefill> early;
    private final Map<String, StringProperty> quantities = new HashMap<>();
    private final StringProperty wrong = new SimpleStringProperty("");

    /// @param left units that may be handed out now
    /// @param early of any line; only its own counts
    LineDraft(Prescription.Line line, int left, LineLots lots, List<EarlyRefill> early) {
        this.line = line;
        this.left = left;
        this.lots = lots.getLotsList();
        this.expiredLots = lots.getExpiredLots();
        this.otherStrengthLots = lots.getOtherStrengthLots();
        this.early = early.stream().filter(it -> it.getLineId().equals(line.getId())).findFirst();
        this.lots.forEach(lot -> {
            var quantity = new SimpleStringProperty("");
            quantity.addListener(change -> wrong.set(""));
            quantities.put(lot.getId(), quantity);
        });
    }

    Prescription.Line line() {
        return line;
    }

    /// Those it can come from, first to expire first.
    List<Lot> lots() {
        return lots;
    }

    /// How many others are on the shelf and have expired.
    int expiredLots() {
        return expiredLots;
    }

    /// How many others are on the shelf and do not give what was ordered.
    int otherStrengthLots() {
        return otherStrengthLots;
    }

    /// What should be left of an earlier supply; empty when it is due.
    Optional<EarlyRefill> early() {
        return early;
    }

    /// Also what should never have been.
    boolean stopped() {
        return !line.getStoppedReason().isEmpty();
    }

    /// Whether nothing of it may be handed out though something is left.
    boolean expired() {
        return left < line.getLeft();
    }

    /// Units that may be handed out now.
    int left() {
        return left;
    }

    /// How much from a lot, as typed.
    StringProperty quantity(Lot lot) {
        return Objects.requireNonNull(quantities.get(lot.getId()));
    }

    /// Why the line cannot be handed out so; empty while nothing is known to be wrong.
    StringProperty wrong() {
        return wrong;
    }

    /// Fills in what is left, from what expires first. Lines of the same medicine share the lots.
    ///
    /// @param taken how much of each lot other lines take; what this one takes is added
    void fill(Map<String, Integer> taken) {
        var wanted = left();
        for (var lot : lots) {
            var free = Math.max(0, lot.getOnHand() - taken.getOrDefault(lot.getId(), 0));
            var take = Math.min(wanted, free);
            quantity(lot).set(take == 0 ? "" : Integer.toString(take));
            taken.merge(lot.getId(), take, Integer::sum);
            wanted -= take;
        }
    }

    /// Types again what was typed before the lots were read anew.
    void keep(LineDraft before) {
        for (var lot : lots) {
            var typed = before.quantities.get(lot.getId());
            quantity(lot).set(typed == null ? "" : typed.get());
        }
    }

    /// All that is typed, together; what is no number counts as nothing here and is wrong in [#items].
    int sum() {
        return lots.stream().mapToInt(lot -> number(quantity(lot).get()).orElse(0)).sum();
    }

    /// How much the shelf is short of what is left.
    int missing() {
        return Math.max(0, left() - lots.stream().mapToInt(Lot::getOnHand).sum());
    }

    /// Whether everything typed is a number that can be handed out.
    boolean readable() {
        return lots.stream().allMatch(lot -> number(quantity(lot).get()).isPresent());
    }

    List<DispenseRequest.Item> items() {
        var items = new ArrayList<DispenseRequest.Item>();
        for (var lot : lots) {
            var quantity = number(quantity(lot).get()).orElse(0);
            if (quantity > 0) {
                items.add(
                        DispenseRequest.Item.newBuilder()
                                .setLineId(line.getId())
                                .setLotId(lot.getId())
                                .setQuantity(quantity)
                                .build());
            }
        }
        return items;
    }

    /// Nothing typed is nothing handed out; what is no whole number of units from 0 to 9999 is none.
    private static OptionalInt number(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return OptionalInt.of(0);
        }
        return text.matches("\\d{1,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
