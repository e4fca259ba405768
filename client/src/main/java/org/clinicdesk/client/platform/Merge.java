package org.clinicdesk.client.platform;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import java.util.ArrayList;
import java.util.List;

/// What two people made of the same message. What only one of them changed is taken from him; what both changed to
/// different things is a clash, which a person decides.
///
/// @param merged with my values where we clash
/// @param clashes in the order of the contract
public record Merge<M extends Message>(M merged, List<Clash> clashes) {

    /// A field that both changed.
    public record Clash(FieldDescriptor field, Object mine, Object theirs) {}

    @SuppressWarnings("unchecked")
    public static <M extends Message> Merge<M> of(M base, M mine, M theirs) {
        var merged = theirs.toBuilder();
        var clashes = new ArrayList<Clash>();
        for (var field : base.getDescriptorForType().getFields()) {
            var was = base.getField(field);
            var my = mine.getField(field);
            var their = theirs.getField(field);
            if (my.equals(was) || my.equals(their)) {
                continue;
            }
            if (!their.equals(was)) {
                clashes.add(new Clash(field, my, their));
            }
            merged.setField(field, my);
        }
        return new Merge<>((M) merged.build(), List.copyOf(clashes));
    }
}
