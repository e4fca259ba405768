package org.clinicdesk.server.drug;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Job;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;

import java.time.Duration;
import java.util.List;

/// Medicines: what can be prescribed, and the checks.
public final class DrugFeature implements Feature {

    private static final Duration LOOK = Duration.ofMinutes(1);

    private final CurrentKnowledge current;
    private final DrugApi api;

    public DrugFeature(Platform platform) {
        this.current = new CurrentKnowledge(platform.config().data().resolve("knowledge"));
        this.api = new DrugApi(current::knowledge);
    }

    /// As it is now: a practice's own tables may change while the server runs.
    public Knowledge knowledge() {
        return current.knowledge();
    }

    public Checker checker() {
        return current.checker();
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job("the practice's own knowledge", LOOK, current::look));
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
