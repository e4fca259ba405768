package org.clinicdesk.client.record;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.StrikeAllergyRequest;

/// Striking out an allergy that is none, or none any more, with the reason.
final class StrikeModel {

    private final Desk desk;
    private final Runnable struck;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final Draft<StrikeAllergyRequest> draft;
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// @param struck told when it is done, by whomever
    StrikeModel(Desk desk, Allergy allergy, Runnable struck) {
        this.desk = desk;
        this.struck = struck;
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        this.draft =
                new Draft<>(
                        StrikeAllergyRequest.newBuilder()
                                .setId(allergy.getId())
                                .setVersion(allergy.getVersion())
                                .build());
    }

    Draft<StrikeAllergyRequest> draft() {
        return draft;
    }

    void strike() {
        if (busy.is() || !draft.check()) {
            return;
        }
        var request = draft.build();
        desk.calls()
                .call(() -> records.strikeAllergy(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(_ -> struck.run());
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (!draft.place(problem)) {
            desk.explain(problem);
        }
        if (problem.is("ALREADY_STRUCK") || problem.stale()) {
            struck.run();
        }
    }
}
