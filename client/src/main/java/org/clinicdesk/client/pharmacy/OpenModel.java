package org.clinicdesk.client.pharmacy;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.pharmacy.v1.ListOpenRequest;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.Prescription;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Signed prescriptions that wait, oldest first, narrowed while a name or a number is typed.
final class OpenModel {

    private final Desk desk;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final Scan scan;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Prescription> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Prescription> selected = new SimpleObjectProperty<>();
    private final Phrase note;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private List<Prescription> all = List.of();

    OpenModel(Desk desk) {
        this.desk = desk;
        this.note = new Phrase(desk.texts());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        this.scan =
                new Scan(
                        desk,
                        (person, theirs) -> {
                            all = theirs;
                            query.set(person.getNumber());
                        });
        query.addListener(change -> narrow());
        refresh();
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Prescription> shown() {
        return shown;
    }

    ObjectProperty<@Nullable Prescription> selected() {
        return selected;
    }

    /// How many there are.
    ReadOnlyStringProperty note() {
        return note.text();
    }

    Scan scan() {
        return scan;
    }

    Busy busy() {
        return busy;
    }

    void refresh() {
        desk.calls()
                .call(() -> pharmacy.listOpen(ListOpenRequest.getDefaultInstance()))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    all = answer.getPrescriptionsList();
                    narrow();
                });
    }

    /// A code was scanned, or typed by hand.
    void scanned(String code) {
        query.set("");
        scan.scanned(code);
    }

    void open(Prescription prescription) {
        desk.patient().set(prescription.getPerson());
        desk.navigator().go(PharmacyFeature.verify(prescription.getId()));
    }

    /// Opens what is chosen; a code typed by hand is taken as scanned.
    void enter() {
        var typed = query.get().strip();
        if (typed.startsWith(Scan.PREFIX)) {
            scanned(typed);
        } else if (selected.get() != null) {
            open(selected.get());
        }
    }

    private void narrow() {
        var words = fold(query.get().strip()).split("\\s+");
        var before = Optional.ofNullable(selected.get()).map(Prescription::getId);
        shown.setAll(
                all.stream()
                        .filter(p -> Arrays.stream(words).allMatch(fold(hay(p))::contains))
                        .toList());
        note.say("pharmacy.open.found", shown.size());
        selected.set(
                shown.stream()
                        .filter(p -> before.equals(Optional.of(p.getId())))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    private static String hay(Prescription p) {
        return String.join(
                " ",
                p.getNumber(),
                p.getPerson().getName(),
                p.getPerson().getNumber(),
                p.getPrescriberName());
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
