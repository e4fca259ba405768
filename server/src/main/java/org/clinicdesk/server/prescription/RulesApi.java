package org.clinicdesk.server.prescription;

import org.clinicdesk.prescription.v1.GetPrescribingRulesRequest;
import org.clinicdesk.prescription.v1.GetPrescribingRulesResponse;
import org.clinicdesk.prescription.v1.SetPrescribingRulesRequest;
import org.clinicdesk.prescription.v1.SetPrescribingRulesResponse;
import org.clinicdesk.server.paper.PaperSize;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Stale;

import java.util.Optional;

/// What of PrescriptionService sets what holds for the whole clinic.
final class RulesApi {

    private final Db db;
    private final Prescriptions prescriptions;

    RulesApi(Db db, Prescriptions prescriptions) {
        this.db = db;
        this.prescriptions = prescriptions;
    }

    GetPrescribingRulesResponse get(GetPrescribingRulesRequest request) {
        return GetPrescribingRulesResponse.newBuilder()
                .setRules(proto(prescriptions.rules()))
                .build();
    }

    SetPrescribingRulesResponse set(SetPrescribingRulesRequest request) {
        var rules = prescriptions.rules();
        if (rules.version() != request.getRules().getVersion()) {
            throw new Stale(PrescribingRules.class, rules.id());
        }
        rules.set(
                request.getRules().getValidDays(),
                paper(request.getRules().getPaper()).orElse(rules.paper()));
        db.session().flush();
        return SetPrescribingRulesResponse.newBuilder().setRules(proto(rules)).build();
    }

    private static org.clinicdesk.prescription.v1.PrescribingRules proto(PrescribingRules rules) {
        return org.clinicdesk.prescription.v1.PrescribingRules.newBuilder()
                .setVersion(rules.version())
                .setValidDays(rules.validDays())
                .setPaper(
                        rules.paper() == PaperSize.A4
                                ? org.clinicdesk.prescription.v1.PaperSize.PAPER_SIZE_A4
                                : org.clinicdesk.prescription.v1.PaperSize.PAPER_SIZE_A5)
                .build();
    }

    /// Empty when none was said.
    static Optional<PaperSize> paper(org.clinicdesk.prescription.v1.PaperSize size) {
        return switch (size) {
            case PAPER_SIZE_A4 -> Optional.of(PaperSize.A4);
            case PAPER_SIZE_A5 -> Optional.of(PaperSize.A5);
            case PAPER_SIZE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
