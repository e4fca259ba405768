package org.clinicdesk.contract;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

import org.clinicdesk.options.v1.OptionsProto;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.options.v1.Policy;

/// The declared rules of a method.
public final class Policies {

    private Policies() {}

    /// The policy of a method. A method without one is a fault of the contract, so this throws.
    public static Policy of(io.grpc.MethodDescriptor<?, ?> method) {
        var options = descriptor(method).getOptions();
        if (!options.hasExtension(OptionsProto.policy)
                || options.getExtension(OptionsProto.policy).getPermission()
                        == Permission.PERMISSION_UNSPECIFIED) {
            throw new IllegalStateException(
                    "No policy on "
                            + method.getFullMethodName()
                            + ": give it option (clinicdesk.options.v1.policy)");
        }
        return options.getExtension(OptionsProto.policy);
    }

    /// Whether a call changes nothing: it may run in a read-only transaction and be repeated at will.
    public static boolean reads(io.grpc.MethodDescriptor<?, ?> method) {
        return descriptor(method).getOptions().getIdempotencyLevel()
                == IdempotencyLevel.NO_SIDE_EFFECTS;
    }

    private static MethodDescriptor descriptor(io.grpc.MethodDescriptor<?, ?> method) {
        if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
            return schema.getMethodDescriptor();
        }
        throw new IllegalStateException("No schema on " + method.getFullMethodName());
    }
}
