package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Tier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whoever presses the key that signs while the last line is still being checked need not press it again: it is signed as
/// soon as the check is through. What is found only then is seen first, even where it would not stop a signature. Whatever
/// is written meanwhile takes the key back, and so does another screen or a dialog.
final class EarlySign {

    private final Desk desk;
    private final CheckModel check;
    private final ReadOnlyObjectWrapper<List<OrderLine>> asked =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Place> place = Optional.empty();
    private Set<String> shown = Set.of();
    private Set<String> seen = Set.of();

    EarlySign(Desk desk, CheckModel check) {
        this.desk = desk;
        this.check = check;
        check.state()
                .addListener((property, before, now) -> {
                    if (check.checked().isPresent()) {
                        shown = found();
                    }
                });
    }

    private Set<String> found() {
        return check.findings().stream()
                .filter(finding -> finding.getTier() != Tier.TIER_DETAIL)
                .map(Finding::getKey)
                .collect(Collectors.toSet());
    }

    /// The lines to be signed as soon as they are checked; empty when nobody asked.
    ReadOnlyObjectProperty<List<OrderLine>> asked() {
        return asked.getReadOnlyProperty();
    }

    boolean isAsked(List<OrderLine> lines) {
        return !asked.get().isEmpty() && asked.get().equals(lines);
    }

    void ask(List<OrderLine> lines) {
        place = desk.navigator().place();
        seen = shown;
        asked.set(List.copyOf(lines));
    }

    /// What stands in the way now. @param sign once nothing does
    void follow(Obstacle obstacle, Runnable sign) {
        var wanted = asked.get();
        if (wanted.isEmpty() || obstacle == Obstacle.SIGNS_NEXT) {
            return;
        }
        asked.set(List.of());
        if (obstacle != Obstacle.NONE || !stillMeant(wanted)) {
            return;
        }
        if (seen.containsAll(found())) {
            sign.run();
        } else {
            desk.notices().reminder(desk.texts().get("prescription.sign.look-first"));
        }
    }

    private boolean stillMeant(List<OrderLine> wanted) {
        return check.checked().filter(it -> it.lines().equals(wanted)).isPresent()
                && desk.navigator().place().equals(place)
                && desk.layers().isEmpty();
    }
}
