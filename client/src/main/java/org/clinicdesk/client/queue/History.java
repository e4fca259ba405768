package org.clinicdesk.client.queue;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.queue.v1.ListHistoryRequest;
import org.clinicdesk.queue.v1.ListHistoryResponse.Step;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What happened to somebody since he arrived, for the question why he still sits there.
final class History {

    private static final double WIDTH = 520;
    private static final String GROUP = "PRIORITY_GROUP_";
    private static final double HIGHEST = 420;

    private final Desk desk;
    private final Texts texts;

    private History(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    static void open(Desk desk, QueueEntry entry) {
        var queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = ListHistoryRequest.newBuilder().setEntryId(entry.getId()).build();
        desk.calls()
                .call(() -> queue.listHistory(request))
                .then(answer -> new History(desk).show(entry, answer.getStepsList()));
    }

    private void show(QueueEntry entry, List<Step> steps) {
        var rows = Boxes.column(10);
        steps.forEach(step -> rows.getChildren().add(row(step)));
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        var name = entry.getPerson().getName();
        new Dialog(desk.layers(), texts, "queue-history", texts.get("queue.history.title", name))
                .width(WIDTH)
                .body(scroll)
                .cancel(texts.get("kit.close"))
                .show();
    }

    private Node row(Step step) {
        var at =
                texts.dates()
                        .time(
                                Instant.ofEpochSecond(step.getAt().getSeconds()),
                                desk.session().zone());
        var time = Labels.of(at, "strong");
        time.setMinWidth(52);
        time.setAccessibleText(at);
        var words = Boxes.column(1, Labels.text(texts.get("queue.step." + step.getKind().name())));
        var detail = String.join(" · ", details(step).toList());
        if (!detail.isEmpty()) {
            var line = Labels.of(detail, "tiny", "muted");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(line);
        }
        var row = Boxes.row(12, time, Boxes.grow(words));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }

    private Stream<String> details(Step step) {
        return Stream.of(
                        step.getPractitionerName(),
                        note(step),
                        step.getBy().isEmpty() ? "" : texts.get("queue.step.by", step.getBy()))
                .filter(part -> !part.isEmpty());
    }

    private String note(Step step) {
        if (step.getKind()
                != org.clinicdesk.queue.v1.ListHistoryResponse.Kind.KIND_GROUPS_CHANGED) {
            return step.getNote();
        }
        return Stream.of(step.getNote().split("[, ]+"))
                .filter(group -> !group.isEmpty())
                .map(group ->
                        texts.has("queue.group." + GROUP + group)
                                ? texts.get("queue.group." + GROUP + group)
                                : group)
                .reduce((left, right) -> left + ", " + right)
                .orElse(texts.get("queue.group.none"));
    }
}
