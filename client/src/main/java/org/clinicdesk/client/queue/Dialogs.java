package org.clinicdesk.client.queue;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is asked before somebody is transferred, grouped or added.
final class Dialogs {

    private static final int LONGEST_REASON = 300;

    private final Desk desk;
    private final Texts texts;
    private final QueueModel model;

    Dialogs(Desk desk, QueueModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /// Something to choose from, by the id the server knows; an empty id is "whoever", "wherever".
    private record Option(String id, String name) {}

    void transfer(QueueEntry entry) {
        if (!model.steps().mayTransfer(entry)) {
            sayInRoom(entry);
            return;
        }
        var to =
                combo(
                        "queue-transfer.to",
                        "queue.transfer.to",
                        practitioners().stream()
                                .filter(option -> !option.id.equals(waitsFor(entry)))
                                .toList());
        var room = combo("queue-transfer.room", "queue.transfer.room", rooms());
        var reason = field("queue-transfer.reason", "queue.transfer.reason");
        dialog("queue-transfer", texts.get("queue.transfer.title", entry.getPerson().getName()))
                .say(texts.get("queue.transfer.detail"))
                .body(
                        Boxes.column(
                                12,
                                labelled("queue.transfer.to", Boxes.first(to)),
                                labelled("queue.transfer.room", room),
                                labelled("queue.transfer.reason", reason)))
                .primary(
                        texts.get("queue.transfer.go"),
                        () -> {
                            if (reason.getText().isBlank()) {
                                reason.requestFocus();
                                return false;
                            }
                            model.steps()
                                    .transfer(entry, chosen(to), chosen(room), reason.getText());
                            return true;
                        })
                .show();
    }

    /// A key that can do nothing for somebody says why.
    private void sayInRoom(QueueEntry entry) {
        desk.notices().reminder(texts.get("queue.in-room.already", entry.getPerson().getName()));
    }

    /// Whoever is called by choice waits, as far as the screen knows, for the one who called him.
    private static String waitsFor(QueueEntry entry) {
        return entry.getPractitionerId();
    }

    void groups(QueueEntry entry) {
        if (!model.steps().mayGroup(entry)) {
            sayInRoom(entry);
            return;
        }
        var ticks = ticks(entry.getGroupsList());
        dialog("queue-groups", texts.get("queue.groups.title", entry.getPerson().getName()))
                .say(texts.get("queue.groups.detail"))
                .body(flow(ticks))
                .primary(
                        texts.get("queue.groups.go"),
                        () -> model.steps().group(entry, ticked(ticks)))
                .show();
    }

    /// Adds the person the desk is about.
    void walkIn() {
        var person = desk.patient().get();
        if (!model.steps().mayAdd()) {
            return;
        }
        if (person == null) {
            desk.notices().reminder(texts.get("queue.walk-in.nobody"));
            return;
        }
        model.inHouse(
                person,
                entry -> {
                    if (entry.isPresent()) {
                        var there = entry.get();
                        desk.notices()
                                .reminder(
                                        texts.get(
                                                "queue.walk-in.waits",
                                                person.getName(),
                                                there.getTicket()));
                    } else {
                        ask(person);
                    }
                });
    }

    private void ask(PersonLine person) {
        var today = new ComesToday(desk, model);
        today.of(
                person,
                visits -> {
                    if (visits.isEmpty()) {
                        walkIn(person);
                    } else {
                        comesAnyway(person, visits, today);
                    }
                });
    }

    /// Whoever has a visit is checked in for it; Enter takes the earliest.
    private void comesAnyway(PersonLine person, List<Appointment> visits, ComesToday today) {
        var choices = Boxes.column(8);
        var dialog =
                dialog("queue-expected", texts.get("queue.expected.title", person.getName()))
                        .say(texts.get("queue.expected.detail"))
                        .body(choices);
        for (var visit : visits) {
            var button =
                    Buttons.plain(
                            "queue-expected." + choices.getChildren().size(),
                            texts.get("queue.expected.check-in", today.words(visit)),
                            "mdi2l-login-variant",
                            () -> {
                                dialog.hide();
                                today.checkIn(visit);
                            });
            choices.getChildren().add(Boxes.onEnter(Buttons.wide(button), button::fire));
        }
        Boxes.first(choices.getChildren().getFirst());
        dialog.other(texts.get("queue.expected.walk-in"), () -> walkIn(person)).show();
    }

    private void walkIn(PersonLine person) {
        var services =
                desk.session().desk().getServicesList().stream()
                        .filter(service -> service.getActive())
                        .map(service -> new Option(service.getId(), service.getName()))
                        .toList();
        var service = combo("queue-walk-in.service", "queue.walk-in.service", services);
        var to = combo("queue-walk-in.to", "queue.walk-in.to", practitioners());
        var reason = field("queue-walk-in.reason", "queue.walk-in.reason");
        var ticks = ticks(List.of());
        dialog("queue-walk-in", texts.get("queue.walk-in.title", person.getName()))
                .keeps(person::getName)
                .say(texts.get("queue.walk-in.detail"))
                .body(
                        Boxes.column(
                                12,
                                labelled("queue.walk-in.service", Boxes.first(service)),
                                labelled("queue.walk-in.to", to),
                                labelled("queue.groups", flow(ticks)),
                                labelled("queue.walk-in.reason", reason)))
                .other(
                        texts.get("queue.walk-in.other"),
                        () -> desk.navigator().go(Place.of("patient")))
                .primary(
                        texts.get("queue.walk-in.go"),
                        () ->
                                model.steps()
                                        .add(
                                                new Steps.WalkIn(
                                                        person,
                                                        chosen(service),
                                                        chosen(to),
                                                        ticked(ticks),
                                                        reason.getText())))
                .show();
    }

    private Dialog dialog(String id, String title) {
        return new Dialog(desk.layers(), texts, id, title).width(520);
    }

    private List<Option> practitioners() {
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.get("queue.anybody")));
        desk.session()
                .desk()
                .getPractitionersList()
                .forEach(one -> options.add(new Option(one.getId(), one.getName())));
        return options;
    }

    private List<Option> rooms() {
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.get("queue.transfer.any-room")));
        desk.site()
                .getRoomsList()
                .forEach(room -> options.add(new Option(room.getId(), room.getName())));
        return options;
    }

    private ComboBox<Option> combo(String id, String key, List<Option> options) {
        var combo = new ComboBox<Option>();
        combo.setId(id);
        combo.setAccessibleText(texts.get(key));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(Option::name));
        combo.getItems().setAll(options);
        combo.getSelectionModel().selectFirst();
        return combo;
    }

    private static String chosen(ComboBox<Option> combo) {
        return Optional.ofNullable(combo.getValue()).map(Option::id).orElse("");
    }

    private TextField field(String id, String key) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        field.textProperty()
                .addListener((property, before, now) -> {
                    if (now.length() > LONGEST_REASON) {
                        field.setText(before);
                    }
                });
        return field;
    }

    private Node labelled(String key, Node input) {
        return Boxes.column(4, Labels.muted(texts.get(key)), input);
    }

    private List<CheckBox> ticks(Collection<PriorityGroup> chosen) {
        return Arrays.stream(PriorityGroup.values())
                .filter(group ->
                        group != PriorityGroup.UNRECOGNIZED
                                && group != PriorityGroup.PRIORITY_GROUP_UNSPECIFIED)
                .map(group -> {
                    var tick = new CheckBox(texts.get("queue.group." + group));
                    tick.setId("queue-group." + group);
                    tick.setUserData(group);
                    tick.setSelected(chosen.contains(group));
                    tick.setPrefWidth(200);
                    return tick;
                })
                .toList();
    }

    private static Node flow(List<CheckBox> ticks) {
        var flow = new FlowPane(16, 10);
        flow.getChildren().setAll(ticks);
        flow.setPrefWrapLength(440);
        if (!ticks.isEmpty()) {
            Boxes.first(ticks.getFirst());
        }
        return flow;
    }

    private static List<PriorityGroup> ticked(List<CheckBox> ticks) {
        return ticks.stream()
                .filter(CheckBox::isSelected)
                .map(tick -> (PriorityGroup) Objects.requireNonNull(tick.getUserData()))
                .toList();
    }
}
