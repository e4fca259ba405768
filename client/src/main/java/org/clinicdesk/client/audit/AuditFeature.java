package org.clinicdesk.client.audit;

import io.grpc.MethodDescriptor;

import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

import java.util.Optional;

/// The audit trail.
public final class AuditFeature implements Feature {

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String icon() {
        return "mdi2s-shield-search";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AuditServiceGrpc.getListAuditMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F11");
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new AuditModel(desk, place.get("patient_id"), place.get("staff_id"));
        return Screen.of("audit.trail", () -> new AuditView(desk, model).root())
                .header(() -> AuditView.header(desk, model))
                .keys(
                        Key.hint("↑↓", "audit.key.choose"),
                        Key.of("Alt+Left", "audit.day.previous", () -> model.go(-1)),
                        Key.of("Alt+Right", "audit.day.next", () -> model.go(1)),
                        Key.of("Ctrl+F", "audit.person", () -> PersonDialog.open(desk, model)),
                        Key.of("Ctrl+M", "audit.more", model::readMore),
                        Key.of("Ctrl+Shift+C", "audit.copy", () -> AuditView.copy(desk, model)),
                        Key.of("Ctrl+R", "audit.refresh", model::refresh));
    }
}
