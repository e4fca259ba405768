package org.clinicdesk.client.prescription;

import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.EndedMedicine;

import java.util.List;

/// Tells what became of the medicines that something entered in error had ended. What is taken again is told in passing;
/// what is not stays until somebody has read it: he has to decide.
final class EndedDialog {

    private EndedDialog() {}

    static void tell(Desk desk, List<EndedMedicine> ended) {
        var texts = desk.texts();
        if (ended.stream().allMatch(EndedDialog::back)) {
            ended.forEach(it -> desk.notices().done(words(texts, it)));
            return;
        }
        var dialog =
                new Dialog(
                                desk.layers(),
                                texts,
                                "prescription-ended",
                                texts.get("prescription.ended.title"))
                        .say(texts.get("prescription.ended.detail"));
        ended.stream().filter(it -> !back(it)).forEach(it -> dialog.say("•  " + words(texts, it)));
        ended.stream()
                .filter(EndedDialog::back)
                .forEach(it -> dialog.say("•  " + words(texts, it)));
        dialog.cancel(texts.get("kit.close")).show();
    }

    private static boolean back(EndedMedicine ended) {
        return ended.getOutcome() == EndedMedicine.Outcome.OUTCOME_BACK;
    }

    private static String words(Texts texts, EndedMedicine ended) {
        var medicine =
                ended.getPrescriptionNumber().isEmpty()
                        ? ended.getMedicine()
                        : ended.getMedicine() + " (" + ended.getPrescriptionNumber() + ")";
        return texts.get("prescription.ended." + ended.getOutcome().name(), medicine);
    }
}
