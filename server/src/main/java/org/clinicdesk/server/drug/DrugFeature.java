package org.clinicdesk.server.drug;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.server.platform.Check;
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
    private final KnowledgeOfServers servers;
    private final DrugApi api;

    public DrugFeature(Platform platform) {
        this.current = new CurrentKnowledge(platform.config().data().resolve("knowledge"));
        this.servers = new KnowledgeOfServers(platform.db(), platform.clock(), platform.config());
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
        return List.of(new Job("the practice's own knowledge", LOOK, this::look));
    }

    /// Reads the practice's own tables again if they have changed, and lets the other servers see the version.
    void look() {
        current.look();
        servers.say(knowledge().version());
    }

    @Override
    public List<Check> checks() {
        return List.of(KnowledgeOfServers.CHECK);
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
