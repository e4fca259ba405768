package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// The newest of each result, by which a dose is chosen: hidden where there is none.
final class ResultsPane {

    private static final int MOST = 10;
    private static final double WIDTH = 290;

    private final Desk desk;
    private final Texts texts;
    private final PersonModel person;
    private final VBox card = Boxes.card();

    ResultsPane(Desk desk, PersonModel person) {
        this.desk = desk;
        this.texts = desk.texts();
        this.person = person;
        card.setId("prescription-write.results");
        Redraw.of(card, this::draw, person.record());
        draw();
    }

    Node node() {
        return card;
    }

    private void draw() {
        var record = person.record().get();
        var newest = record == null ? List.<Observation>of() : newest(record);
        var rows = new FlowPane(24, 6);
        newest.forEach(it -> rows.getChildren().add(row(it)));
        card.getChildren().setAll(Labels.heading(texts.get("prescription.results")), rows);
        card.setVisible(!newest.isEmpty());
        card.setManaged(card.isVisible());
    }

    /// What a laboratory found, the newest first; of each kind the newest.
    private static List<Observation> newest(GetRecordResponse record) {
        var newest = new LinkedHashMap<String, Observation>();
        record.getObservationsList().stream()
                .filter(seen -> !seen.getVital())
                .sorted(Comparator.comparingLong(ResultsPane::second).reversed())
                .forEach(seen -> newest.putIfAbsent(kind(seen), seen));
        return newest.values().stream().limit(MOST).toList();
    }

    private static long second(Observation seen) {
        return seen.getAt().getSeconds();
    }

    private static String kind(Observation seen) {
        var code = seen.getCode();
        return code.getCode().isEmpty()
                ? code.getDisplay()
                : code.getSystem() + "|" + code.getCode();
    }

    private Node row(Observation seen) {
        var name = Boxes.grow(Labels.muted(seen.getCode().getDisplay()));
        var value = Labels.strong((seen.getValue() + " " + unit(seen.getUnit())).strip());
        var on = Labels.of(texts.dates().date(day(seen)), "tiny", "subtle");
        value.setMinWidth(Region.USE_PREF_SIZE);
        on.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, name, value, on);
        row.setPrefWidth(WIDTH);
        row.setAccessibleText(name.getText() + " " + value.getText() + ", " + on.getText());
        return row;
    }

    /// UCUM as people write it.
    private static String unit(String unit) {
        return switch (unit) {
            case "1", "{INR}" -> "";
            case "mm[Hg]" -> "mmHg";
            case "mL/min/{1.73_m2}", "mL/min/1.73m2" -> "ml/min/1.73 m²";
            default -> unit.replace("umol", "µmol").replace("10*9", "10⁹");
        };
    }

    private LocalDate day(Observation seen) {
        return Instant.ofEpochSecond(second(seen)).atZone(desk.session().zone()).toLocalDate();
    }
}
