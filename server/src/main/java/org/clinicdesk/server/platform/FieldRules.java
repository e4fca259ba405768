package org.clinicdesk.server.platform;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Judges requests by the rules their fields declare in the contract, and their texts by those that hold for all.
final class FieldRules {

    private final CompletableFuture<Validator> validator = new CompletableFuture<>();

    /// Compiles the rules of these requests; until that is done (half a second) checks wait.
    void compile(List<Descriptor> requests) {
        Thread.startVirtualThread(() -> {
            try {
                validator.complete(
                        ValidatorFactory.newBuilder().buildWithDescriptors(requests, false));
            } catch (CompilationException | RuntimeException e) {
                validator.completeExceptionally(e);
            }
        });
    }

    /// @throws Broken when a rule is broken
    void check(Message request) {
        try {
            var violations = violations(validator.join().validate(request));
            TextRules.judge(request, violations);
            if (violations.getFieldViolationsCount() > 0) {
                throw new Broken(violations.build());
            }
        } catch (ValidationException e) {
            throw new IllegalStateException(
                    "Field rules of " + request.getDescriptorForType().getFullName(), e);
        }
    }

    private static BadRequest.Builder violations(ValidationResult result) {
        var answer = BadRequest.newBuilder();
        for (var violation : result.toProto().getViolationsList()) {
            answer.addFieldViolationsBuilder()
                    .setField(path(violation))
                    .setReason(violation.getRuleId());
        }
        return answer;
    }

    private static String path(build.buf.validate.Violation violation) {
        return violation.getField().getElementsList().stream()
                .map(element ->
                        element.hasIndex()
                                ? element.getFieldName() + "[" + element.getIndex() + "]"
                                : element.getFieldName())
                .collect(Collectors.joining("."));
    }

    /// One or more fields are wrong.
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BadRequest violations;

        Broken(BadRequest violations) {
            super("field rules", null, false, false);
            this.violations = violations;
        }

        BadRequest violations() {
            return violations;
        }
    }
}
