package org.clinicdesk.server.card;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Sites;

import java.util.List;

/// Cards and scans.
public final class CardFeature implements Feature {

    private final IssuedCodes codes;
    private final CardApi api;

    public CardFeature(
            Platform platform, Sites sites, Patients patients, Appointments appointments) {
        this.codes = new IssuedCodes(platform.db(), platform.clock(), sites);
        this.api = new CardApi(sites, patients, codes, appointments);
    }

    public IssuedCodes codes() {
        return codes;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(IssuedCode.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(CardServiceGrpc.getServiceDescriptor())
                        .unary(CardServiceGrpc.getIssueCardMethod(), api::issue)
                        .unary(CardServiceGrpc.getGetCardMethod(), api::get)
                        .unary(CardServiceGrpc.getGetScanMethod(), api::scan)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("issued_code", "IssuedCode"),
                new Check(
                        "a card is valid until it is revoked",
                        "select 'code ' || cast(id as varchar(60)) from issued_code where kind ="
                            + " 'CARD' and (revoked_at is null) <> (valid_card_of is not null)"));
    }
}
