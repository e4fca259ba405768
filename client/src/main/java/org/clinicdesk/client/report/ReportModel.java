package org.clinicdesk.client.report;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.Table;
import org.clinicdesk.report.v1.FileFormat;
import org.clinicdesk.report.v1.GetDayReportFileRequest;
import org.clinicdesk.report.v1.GetDayReportRequest;
import org.clinicdesk.report.v1.ReportServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Reads the report on a day and saves it as a file.
final class ReportModel {

    private final Desk desk;
    private final ReportServiceGrpc.ReportServiceBlockingV2Stub reports;
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final ObservableList<Table> tables = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private final Busy exporting = new Busy();

    ReportModel(Desk desk) {
        this.desk = desk;
        this.reports = ReportServiceGrpc.newBlockingV2Stub(desk.channel());
        date.set(desk.today());
        date.addListener(change -> dateChanged());
        refresh();
    }

    /// The day of the report. Setting none goes back to today.
    ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    ObservableList<Table> tables() {
        return tables;
    }

    /// Whether the day has anything to tell.
    boolean empty() {
        return tables.stream().allMatch(table -> table.getRowsCount() == 0);
    }

    /// Why there is no file; empty while nothing was refused.
    ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
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
            refused.set("");
            refresh();
        }
    }

    void refresh() {
        var request = GetDayReportRequest.newBuilder().setDate(day().toString()).build();
        desk.calls()
                .call(() -> reports.getDayReport(request))
                .latest(reads)
                .busy(busy)
                .then(answer -> tables.setAll(answer.getTablesList()));
    }

    /// Saves the same as a file.
    void export(FileFormat format) {
        if (exporting.is()) {
            return;
        }
        refused.set("");
        var request =
                GetDayReportFileRequest.newBuilder()
                        .setDate(day().toString())
                        .setFormat(format)
                        .build();
        desk.calls()
                .call(() -> reports.getDayReportFile(request))
                .busy(exporting)
                .refused("NOTHING_TO_EXPORT", problem -> refused.set(problem.text(desk.texts())))
                .then(answer -> desk.paper().save(answer.getFile()));
    }
}
