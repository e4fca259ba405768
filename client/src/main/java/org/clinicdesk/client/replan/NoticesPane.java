package org.clinicdesk.client.replan;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.replan.v1.Notice;

import java.util.Locale;

/// Who has to be told, with the number to call and what to say.
final class NoticesPane {

    private static final double SIDE = 340;

    private final ReplanModel model;
    private final NoticesModel notices;
    private final Texts texts;
    private final Words words;
    private final VBox chosen = Boxes.column(12);
    private final VBox page;
    private final HBox root;

    NoticesPane(ReplanModel model) {
        this.model = model;
        this.notices = model.notices();
        this.texts = model.desk().texts();
        this.words = new Words(model.desk());
        var table =
                new Table<Notice>("replan-board.notices")
                        .node(heading("state"), this::state, 120)
                        .text(heading("person"), notice -> notice.getPerson().getName(), 190)
                        .text(heading("phone"), NoticesPane::phone, 130)
                        .text(heading("was"), notice -> words.when(notice.getOldStart()), 180)
                        .text(heading("is"), words::now, 290)
                        .rows(notices.shown())
                        .selects(notices.selected())
                        .empty(
                                EmptyState.of(
                                        "mdi2p-phone-outline",
                                        texts.get("replan.notices.none"),
                                        texts.get("replan.notices.none.detail")));
        table.view().setAccessibleText(texts.get("replan.tab.NOTICES"));
        page = Boxes.page(table.view());
        root = new HBox(page, Boxes.side(SIDE, chosen));
        Redraw.of(root, this::draw, notices.selected(), notices.busy().property());
        draw();
    }

    HBox root() {
        return root;
    }

    /// What the arrows move in.
    Node table() {
        return page.getChildren().getLast();
    }

    void under(Node head) {
        page.getChildren().remove(head);
        page.getChildren().addFirst(head);
    }

    private String heading(String column) {
        return texts.get("replan.column." + column).toUpperCase(texts.locale());
    }

    private Node state(Notice notice) {
        return Pill.of(words.state(notice.getState()), Words.tint(notice.getState()));
    }

    private static String phone(Notice notice) {
        return notice.getPhonesCount() == 0 ? "" : notice.getPhones(0);
    }

    private void draw() {
        chosen.getChildren().clear();
        var notice = notices.selected().get();
        if (notice == null) {
            return;
        }
        chosen.getChildren().add(Labels.title(notice.getPerson().getName()));
        notice.getPhonesList()
                .forEach(phone ->
                        chosen.getChildren().add(Labels.fact("mdi2p-phone-outline", phone)));
        if (notice.getPhonesCount() == 0) {
            chosen.getChildren().add(Labels.muted(texts.get("replan.no-phone")));
        }
        if (!notice.getLanguage().isEmpty()) {
            var language = Locale.of(notice.getLanguage()).getDisplayLanguage(texts.locale());
            chosen.getChildren().add(Labels.fact("mdi2a-account-voice", language));
        }
        chosen.getChildren()
                .addAll(
                        Boxes.rule(),
                        Labels.section(texts.get("replan.column.was").toUpperCase(texts.locale())),
                        Labels.text(words.when(notice.getOldStart())),
                        Labels.muted(words.practitioner(notice.getOldPractitionerId())),
                        Labels.section(texts.get("replan.column.is").toUpperCase(texts.locale())),
                        Labels.paragraph(words.now(notice)));
        if (notice.getToldOtherwise()) {
            chosen.getChildren()
                    .add(
                            Alert.of(
                                    Tint.AMBER,
                                    "mdi2a-alert-circle-outline",
                                    texts.get("replan.told-otherwise"),
                                    ""));
        }
        if (notice.getAttempts() > 0) {
            chosen.getChildren()
                    .add(
                            Labels.paragraph(
                                    texts.get(
                                            "replan.tried",
                                            notice.getAttempts(),
                                            words.when(notice.getAt()),
                                            notice.getBy())));
        }
        chosen.getChildren()
                .addAll(
                        button("told", "mdi2p-phone-check-outline", notices::told),
                        button("not-reached", "mdi2p-phone-missed-outline", notices::notReached));
    }

    private Node button(String name, String icon, Runnable action) {
        var button =
                Buttons.plain("replan-board." + name, texts.get("replan." + name), icon, action);
        button.setDisable(notices.busy().is());
        return Buttons.wide(button);
    }
}
