package org.clinicdesk.client.prescription;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.contract.Pack;
import org.clinicdesk.drug.v1.Medicine;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the medicine while its name is typed: arrows choose, Enter takes. Whoever types faster than is found loses nothing:
/// from the first of these keys on all of them wait for the answer, and do then what they would have done.
final class MedicinePick {

    private static final Set<KeyCode> CHOICE = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.ENTER);

    private final Texts texts;
    private final LocalDate today;
    private final LineDraft draft;
    private final MedicineSearch search;
    private final TextField field = Boxes.first(new TextField());
    private final HBox mark = Boxes.row(6);
    private final VBox rows = Boxes.column(2);
    private final VBox box;
    private Runnable taken = () -> {};

    MedicinePick(Texts texts, LocalDate today, PrescriptionModel model) {
        this.texts = texts;
        this.today = today;
        this.draft = model.draft();
        this.search = model.search();
        field.setId("prescription-form.medicine");
        field.setPromptText(texts.get("prescription.medicine.prompt"));
        field.textProperty().bindBidirectional(draft.medicine());
        field.addEventFilter(KeyEvent.ANY, this::key);
        field.focusedProperty().addListener((property, before, now) -> left());
        HBox.setHgrow(field, Priority.ALWAYS);
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(16, 16);
        wheel.visibleProperty().bind(search.busy().property());
        rows.setId("prescription-write.found");
        rows.getStyleClass().add("medicine-hits");
        box = Boxes.column(4, Boxes.row(8, field, mark, wheel), rows);
        Redraw.of(
                box,
                this::draw,
                search.hits(),
                search.highlighted(),
                search.answered(),
                search.lost(),
                draft.settledProperty(),
                draft.medicine());
        draw();
    }

    VBox node() {
        return box;
    }

    TextField field() {
        return field;
    }

    /// What follows when a medicine was taken.
    void taken(Runnable next) {
        taken = next;
    }

    private void key(KeyEvent event) {
        var awaited = search.awaited();
        var choice = chooses(event);
        if (awaited.isWaitedFor() || choice && !awaited.isAnswered()) {
            event.consume();
            awaited.then(() -> again(event));
        } else if (choice && search.choosing()) {
            event.consume();
            pressed(event);
        } else if (choice && search.lost().get() && event.getCode() == KeyCode.ENTER) {
            event.consume();
            search.again();
        }
    }

    private static boolean chooses(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_PRESSED
                && CHOICE.contains(event.getCode())
                && !event.isShortcutDown();
    }

    /// Who takes the keyboard elsewhere no longer wants what waits.
    private void left() {
        var scene = field.getScene();
        if (scene == null || scene.getFocusOwner() != field) {
            search.awaited().forget();
        }
    }

    /// Wherever the keyboard is by now: the key before it may have moved it on.
    private void again(KeyEvent event) {
        var owner = field.getScene() == null ? null : field.getScene().getFocusOwner();
        if (owner != null) {
            Event.fireEvent(owner, event.copyFor(owner, owner));
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> search.highlight(1);
            case UP -> search.highlight(-1);
            default -> take(search.highlighted().get());
        }
    }

    private void take(int row) {
        search.choose(row);
        if (draft.settled()) {
            taken.run();
        }
    }

    private void draw() {
        mark.getChildren().clear();
        if (draft.settled()) {
            mark.getChildren()
                    .add(
                            draft.known()
                                    ? Pill.of(texts.get("prescription.medicine.known"), Tint.GREEN)
                                    : Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        }
        rows.getChildren().clear();
        if (search.choosing()) {
            if (!search.hits().isEmpty()) {
                remarks().map(this::remark).forEach(rows.getChildren()::add);
            }
            for (int i = 0; i < search.hits().size(); i++) {
                rows.getChildren().add(row(i, search.hits().get(i)));
            }
            rows.getChildren().add(asWritten(search.hits().size()));
            if (typed().hasDosage()) {
                rows.getChildren().add(understood());
            }
            typed().part("unread").map(this::notUnderstood).ifPresent(rows.getChildren()::add);
        }
        if (search.lost().get()) {
            rows.getChildren().add(lost());
        }
        rows.setVisible(!rows.getChildren().isEmpty());
        rows.setManaged(rows.isVisible());
    }

    private Node row(int index, Medicine medicine) {
        var detail =
                Stream.of(
                                medicine.getOtherName(),
                                medicine.getContents(),
                                Pack.read(medicine.getPack()).map(this::pack).orElse(""))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" · "));
        var words =
                Boxes.column(
                        1,
                        Hits.mark(medicine.getName(), typed().medicine()),
                        Labels.of(detail, "tiny", "muted"));
        return row(
                index,
                medicine.getName() + ", " + detail,
                Icons.of("mdi2p-pill"),
                Boxes.grow(words));
    }

    private String pack(Pack pack) {
        return Directions.in(texts.locale()).pack(pack);
    }

    private TypedLine typed() {
        return TypedLine.of(draft.medicine().get(), today);
    }

    /// What was read behind the name, before anything is taken.
    private Node understood() {
        var line = typed();
        var parts =
                Stream.of("dose", "times", "days", "then", "max", "repeats", "quantity")
                        .filter(name -> line.part(name).isPresent())
                        .map(name ->
                                texts.get("prescription.field." + name)
                                        + " "
                                        + line.part(name).orElse("")
                                        + (name.equals("dose")
                                                ? line.part("unit").map(it -> " " + it).orElse("")
                                                : ""))
                        .collect(Collectors.joining(" · "));
        var row =
                Boxes.row(
                        8,
                        Icons.of("mdi2t-text-recognition"),
                        Labels.of(texts.get("prescription.understood", parts), "tiny", "muted"));
        row.setId("prescription-write.understood");
        return Boxes.styled(row, "understood");
    }

    private Node lost() {
        var row =
                Boxes.row(
                        8,
                        Icons.of("mdi2l-lan-disconnect", "on-amber"),
                        Labels.of(texts.get("prescription.medicine.lost"), "tiny"));
        row.setId("prescription-write.lost");
        return Boxes.styled(row, "understood");
    }

    /// How the hits differ from what was typed.
    private Stream<String> remarks() {
        return Stream.of(
                        search.readAs().isEmpty()
                                ? ""
                                : texts.get("prescription.medicine.read-as", search.readAs()),
                        search.otherForm() ? texts.get("prescription.medicine.other-form") : "",
                        search.otherStrength()
                                ? texts.get("prescription.medicine.other-strength")
                                : "",
                        search.leftOut().isEmpty()
                                ? ""
                                : texts.get("prescription.not-understood", search.leftOut()))
                .filter(remark -> !remark.isEmpty());
    }

    private Node remark(String remark) {
        var guessed = search.highlighted().get() < 0;
        var row =
                guessed
                        ? Boxes.styled(
                                Boxes.row(
                                        8,
                                        Icons.of("mdi2a-alert", "on-amber"),
                                        Labels.of(remark, "tiny")),
                                "understood")
                        : Boxes.row(8, Labels.of(remark, "tiny", "muted"));
        row.setId("prescription-write.remark");
        return row;
    }

    private Node notUnderstood(String words) {
        var row =
                Boxes.row(
                        8,
                        Icons.of("mdi2a-alert", "on-amber"),
                        Labels.of(texts.get("prescription.not-understood", words), "tiny"));
        row.setId("prescription-write.not-understood");
        return Boxes.styled(row, "understood");
    }

    private Node asWritten(int index) {
        var text = texts.get("prescription.medicine.as-written", typed().medicine());
        var words = Boxes.grow(Boxes.column(1, Labels.text(text)));
        var row = row(index, text, Icons.of("mdi2p-pencil-outline"), words);
        row.getChildren().add(2, Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        return row;
    }

    private HBox row(int index, String accessible, Node icon, Node words) {
        var row = Boxes.styled(new HBox(icon, words), "row");
        row.setId("prescription-write.found-" + index);
        row.setAccessibleText(accessible);
        row.setOnMouseClicked(event -> take(index));
        if (index == search.highlighted().get()) {
            row.getStyleClass().add("sel");
            row.getChildren().add(Kbd.of("Enter"));
        }
        return row;
    }
}
