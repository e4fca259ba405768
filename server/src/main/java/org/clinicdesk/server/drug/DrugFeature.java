package org.clinicdesk.server.drug;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Rpc;

import java.util.List;

/// Medicines: what can be prescribed, and the checks.
public final class DrugFeature implements Feature {

    private final Knowledge knowledge = Knowledge.load();
    private final Checker checker = new Checker(knowledge);
    private final DrugApi api = new DrugApi(knowledge);

    public Knowledge knowledge() {
        return knowledge;
    }

    public Checker checker() {
        return checker;
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(DrugServiceGrpc.getServiceDescriptor())
                        .unary(DrugServiceGrpc.getSearchMedicinesMethod(), api::searchMedicines)
                        .unary(DrugServiceGrpc.getSearchAgentsMethod(), api::searchAgents)
                        .bind());
    }
}
