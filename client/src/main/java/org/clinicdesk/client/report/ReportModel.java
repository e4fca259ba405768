package org.clinicdesk.client.report;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.common.v1.Table;
import org.clinicdesk.report.v1.FileFormat;
import org.clinicdesk.report.v1.GetAlertReportFileRequest;
import org.clinicdesk.report.v1.GetAlertReportRequest;
import org.clinicdesk.report.v1.GetDayReportFileRequest;
import org.clinicdesk.report.v1.GetDayReportRequest;
import org.clinicdesk.report.v1.ReportServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// Reads the report on a day, or on the alerts of prescribing up to it, as tables, as a paper and as a spreadsheet.
final class ReportModel {

    /// Which report.
    enum Kind {
        DAY,
        ALERTS
    }

    private final Desk desk;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.DAY);
    private final ReportServiceGrpc.ReportServiceBlockingV2Stub reports;
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final ObservableList<Table> tables = FXCollections.observableArrayList();
    private final Phrase refused;
    private final ReadOnlyObjectWrapper<@Nullable File> paper = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> first = new ReadOnlyObjectWrapper<>();
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private final Busy exporting = new Busy();

    ReportModel(Desk desk) {
        this.desk = desk;
        this.refused = new Phrase(desk.texts());
        this.reports = ReportServiceGrpc.newBlockingV2Stub(desk.channel());
        date.set(desk.today());
        date.addListener(change -> dateChanged());
        kind.addListener((property, before, now) -> dateChanged());
        refresh();
    }

    /// The day of the report. Setting none goes back to today.
    ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    ObservableList<Table> tables() {
        return tables;
    }

    /// The first day of a report on several; `null` where it is about one.
    ReadOnlyObjectProperty<@Nullable LocalDate> first() {
        return first.getReadOnlyProperty();
    }

    /// Whether the day has anything to tell.
    boolean empty() {
        return tables.stream().allMatch(table -> table.getRowsCount() == 0);
    }

    /// Why there is no file; empty while nothing was refused.
    ReadOnlyStringProperty refused() {
        return refused.text();
    }

    /// The paper that was fetched last; `null` until one was.
    ReadOnlyObjectProperty<@Nullable File> paper() {
        return paper.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    Busy exporting() {
        return exporting;
    }

    void go(int days) {
        date.set(day().plusDays(days));
    }

    private LocalDate day() {
        var now = date.get();
        return now == null ? desk.today() : now;
    }

    private void dateChanged() {
        if (date.get() == null) {
            date.set(desk.today());
        } else {
            refused.clear();
            refresh();
        }
    }

    void refresh() {
        desk.calls().call(read()).latest(reads).busy(busy).then(this::show);
    }

    /// @param from empty where it is about one day
    private record Answer(String from, List<Table> tables) {}

    private void show(Answer answer) {
        first.set(answer.from.isEmpty() ? null : LocalDate.parse(answer.from));
        tables.setAll(answer.tables);
    }

    private Calls.Work<Answer> read() {
        var day = day().toString();
        return switch (kind.get()) {
            case DAY ->
                    () ->
                            new Answer(
                                    "",
                                    reports.getDayReport(
                                                    GetDayReportRequest.newBuilder()
                                                            .setDate(day)
                                                            .build())
                                            .getTablesList());
            case ALERTS ->
                    () -> {
                        var request = GetAlertReportRequest.newBuilder().setDate(day).build();
                        var answer = reports.getAlertReport(request);
                        return new Answer(answer.getFrom(), answer.getTablesList());
                    };
        };
    }

    /// Fetches the same as a paper.
    void print() {
        fetch(FileFormat.FILE_FORMAT_PDF, paper::set);
    }

    /// Saves the same as a spreadsheet.
    void export() {
        fetch(FileFormat.FILE_FORMAT_XLSX, desk.paper()::save);
    }

    private void fetch(FileFormat format, Consumer<File> then) {
        if (exporting.is()) {
            return;
        }
        refused.clear();
        desk.calls()
                .call(file(format))
                .busy(exporting)
                .refused("NOTHING_TO_EXPORT", refused::say)
                .then(then::accept);
    }

    private Calls.Work<File> file(FileFormat format) {
        var day = day().toString();
        return switch (kind.get()) {
            case DAY ->
                    () ->
                            reports.getDayReportFile(
                                            GetDayReportFileRequest.newBuilder()
                                                    .setDate(day)
                                                    .setFormat(format)
                                                    .build())
                                    .getFile();
            case ALERTS ->
                    () ->
                            reports.getAlertReportFile(
                                            GetAlertReportFileRequest.newBuilder()
                                                    .setDate(day)
                                                    .setFormat(format)
                                                    .build())
                                    .getFile();
        };
    }
}
