package org.clinicdesk.client.waitlist;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.jspecify.annotations.Nullable;

/// Times that became free on top, all who wait below; at the right whom the chosen time suits.
final class WaitlistView {

    private static final Duration TICK = Duration.seconds(1);
    private static final double SLOTS = 290;

    private final Texts texts;
    private final WaitlistModel model;
    private final OfferSteps steps;
    private final Dialogs dialogs;
    private final Words words;
    private final People people;
    private final Table<FreedSlot> slots;
    private final Label count = Labels.muted("");
    private final InvalidationListener onTime = change -> passed();
    private final InvalidationListener onEntries = change -> counted();
    private final HBox root;

    WaitlistView(Desk desk, WaitlistModel model, OfferSteps steps, Dialogs dialogs) {
        this.texts = desk.texts();
        this.model = model;
        this.steps = steps;
        this.dialogs = dialogs;
        this.words = new Words(desk);
        this.people = new People(texts, desk.today());
        slots = slots();
        count.setId("waitlist-list.count");
        var entries = entries();
        VBox.setVgrow(entries.view(), Priority.ALWAYS);
        root =
                new HBox(
                        Boxes.page(
                                Boxes.row(
                                        12,
                                        Labels.heading(texts.get("waitlist.freed")),
                                        Boxes.spacer(),
                                        Labels.muted(texts.get("waitlist.order"))),
                                slots.view(),
                                Boxes.row(12, Labels.heading(texts.get("waitlist.waiting")), count),
                                entries.view()),
                        new SlotPane(desk, model, steps).node());
        root.getProperties().put("view", this);
        model.now().addListener(new WeakInvalidationListener(onTime));
        model.entries().addListener(new WeakInvalidationListener(onEntries));
        counted();
        Ticks.every(TICK, root, model::tick);
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, EntrySteps people, Dialogs dialogs) {
        var row = Boxes.row(8);
        if (people.may()) {
            row.getChildren()
                    .add(
                            Buttons.primary(
                                    "waitlist-list.add",
                                    desk.texts().get("waitlist.add"),
                                    "mdi2a-account-plus-outline",
                                    dialogs::add));
        }
        return row;
    }

    private Table<FreedSlot> slots() {
        var made =
                new Table<FreedSlot>("waitlist-list.slots")
                        .node(
                                heading("when"),
                                slot ->
                                        two(
                                                Labels.text(words.day(slot.getStart())),
                                                words.range(slot)),
                                190)
                        .text(
                                heading("practitioner"),
                                slot -> words.practitioner(slot.getPractitionerId()),
                                190)
                        .node(heading("next"), this::next, 250)
                        .node(heading("offer"), this::offer, 190)
                        .rows(model.slots())
                        .selects(model.slot())
                        .opens(steps::next)
                        .empty(
                                EmptyState.of(
                                        "mdi2c-calendar-clock",
                                        texts.get("waitlist.freed.none"),
                                        texts.get("waitlist.freed.none.detail")));
        var view = made.view();
        view.setAccessibleText(texts.get("waitlist.freed"));
        view.setPrefHeight(SLOTS);
        view.setMinHeight(180);
        VBox.setVgrow(view, Priority.NEVER);
        Boxes.first(view);
        return made;
    }

    private @Nullable Node next(FreedSlot slot) {
        return model.next(slot)
                .map(match -> {
                    var others = slot.getMatchesCount() - 1;
                    var name = Labels.strong(match.getEntry().getPerson().getName());
                    var more = Labels.of("", "tiny", "muted");
                    more.setText(others == 0 ? "" : texts.get("waitlist.more", others));
                    name.setMinWidth(0);
                    more.setMinWidth(Label.USE_PREF_SIZE);
                    return Boxes.row(8, name, more);
                })
                .orElse(null);
    }

    private @Nullable Node offer(FreedSlot slot) {
        if (!slot.hasOffer()) {
            return null;
        }
        var offer = slot.getOffer();
        var left = Words.countdown(model.left(offer));
        return offer.getMine()
                ? Pill.of(texts.get("waitlist.offer.mine", left), Tint.GREEN)
                : Pill.of(texts.get("waitlist.offer.other", offer.getBy(), left), Tint.AMBER);
    }

    private Table<WaitingEntry> entries() {
        var made =
                new Table<WaitingEntry>("waitlist-list.entries")
                        .node(heading("person"), this::person, 230)
                        .node(
                                heading("urgency"),
                                entry ->
                                        Pill.of(
                                                words.urgency(entry.getWanted().getUrgency()),
                                                Words.tint(entry.getWanted().getUrgency())),
                                150)
                        .node(heading("asked"), this::asked, 120)
                        .node(heading("wanted"), this::wanted, 250)
                        .node(heading("later"), this::later, 120)
                        .rows(model.entries())
                        .selects(model.entry())
                        .opens(dialogs::change)
                        .empty(
                                EmptyState.of(
                                        "mdi2a-account-clock-outline",
                                        texts.get("waitlist.nobody"),
                                        texts.get("waitlist.nobody.detail")));
        made.view().setAccessibleText(texts.get("waitlist.waiting"));
        made.view().setMinHeight(120);
        return made;
    }

    private Node person(WaitingEntry entry) {
        var person = entry.getPerson();
        return Boxes.row(
                10,
                Avatar.small(person.getName()),
                two(Labels.strong(person.getName()), people.line(person)));
    }

    private Node wanted(WaitingEntry entry) {
        var wanted = entry.getWanted();
        var what = words.service(wanted.getServiceId()) + " · " + words.who(wanted);
        return two(Labels.text(what), words.limits(wanted));
    }

    private Node asked(WaitingEntry entry) {
        return two(Labels.text(words.date(entry.getAskedAt())), words.time(entry.getAskedAt()));
    }

    private static VBox two(Label first, String second) {
        var column = Boxes.column(1, first, Labels.of(second, "tiny", "muted"));
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private Node later(WaitingEntry entry) {
        return entry.hasAppointmentStart()
                ? two(
                        Labels.text(words.date(entry.getAppointmentStart())),
                        words.time(entry.getAppointmentStart()))
                : Labels.text("—");
    }

    private String heading(String column) {
        return texts.get("waitlist.column." + column).toUpperCase(texts.locale());
    }

    private void counted() {
        var waiting = model.entries().size();
        count.setText(waiting == 0 ? "" : Integer.toString(waiting));
    }

    /// Only what is offered changes with time.
    private void passed() {
        if (model.slots().stream().anyMatch(FreedSlot::hasOffer)) {
            slots.view().refresh();
        }
    }
}
