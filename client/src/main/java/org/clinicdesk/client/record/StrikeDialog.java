package org.clinicdesk.client.record;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.StruckAs;

import java.util.List;
import java.util.stream.Stream;

/// Asks why an allergy is struck out.
final class StrikeDialog {
    /// All but AMENDED: what is told anew strikes that out by itself.
    private static final List<String> REASONS =
            Stream.of(
                            StruckAs.STRUCK_AS_ENTERED_IN_ERROR,
                            StruckAs.STRUCK_AS_TOLERATED,
                            StruckAs.STRUCK_AS_TEST_NEGATIVE,
                            StruckAs.STRUCK_AS_SIDE_EFFECT,
                            StruckAs.STRUCK_AS_OTHER)
                    .map(StruckAs::name)
                    .toList();

    private StrikeDialog() {}

    static void open(Desk desk, ChartModel chart, Allergy allergy) {
        var texts = desk.texts();
        var title = texts.get("record.strike.of", allergy.getSubstance());
        var dialog = new Dialog(desk.layers(), texts, "record-strike", title);
        var model =
                new StrikeModel(
                        desk,
                        allergy,
                        () -> {
                            dialog.hide();
                            chart.refresh();
                        });
        var form =
                new Form<>(texts, "record", model.draft())
                        .choice("struck_as", REASONS)
                        .text("reason");
        Boxes.first(form.control("struck_as"));
        dialog.say(texts.get("record.strike.detail"))
                .body(form.node())
                .primary(
                        texts.get("record.strike"),
                        () -> {
                            model.strike();
                            return false;
                        })
                .show();
    }
}
