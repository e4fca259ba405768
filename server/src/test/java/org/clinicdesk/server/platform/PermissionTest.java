package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;

import org.clinicdesk.contract.Policies;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Walks every method with every role: whoever lacks the permission is denied by it, before anything else is judged;
/// whoever holds it is not.
@OnServer
class PermissionTest {

    private final TestServer server;

    PermissionTest(TestServer server) {
        this.server = server;
    }

    @Test
    void everyMethodIsDeniedWithoutItsPermissionAndOnlyThen() {
        var wrong = new ArrayList<String>();
        for (var role : TestServer.LOGINS.keySet()) {
            for (var method : methods()) {
                var permission = Policies.of(method).getPermission();
                if (denied(server.as(role), method) == may(role, permission)) {
                    wrong.add(role + " " + method.getFullMethodName());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whoeverIsNotSignedInReachesOnlyWhatIsPublic() {
        for (var method : methods()) {
            if (Policies.of(method).getPermission() != Permission.PERMISSION_PUBLIC) {
                var status = status(server.nobody(), method);
                assertEquals(
                        Status.Code.UNAUTHENTICATED,
                        status.getStatus().getCode(),
                        method.getFullMethodName());
                assertEquals("platform/SESSION_ENDED", Refusals.reason(status));
            }
        }
    }

    @Test
    void aDenialLeavesAnAuditRow() {
        var before = denials();
        assertTrue(denied(server.as("nurse"), StaffServiceGrpc.getListStaffMethod()));
        assertEquals(before + 1, denials());
    }

    @Test
    void noRoleMayEverything() {
        for (var role : TestServer.LOGINS.keySet()) {
            if (!role.equals("master-administrator")) {
                assertNotEquals(
                        List.of(),
                        methods().stream().filter(m -> denied(server.as(role), m)).toList(),
                        role);
            }
        }
    }

    private long denials() {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(
                                "select count(*) from audit where outcome = 'DENIED'", Long.class)
                        .getSingleResult());
    }

    private boolean may(String role, Permission permission) {
        return permission == Permission.PERMISSION_PUBLIC
                || permission == Permission.PERMISSION_SIGNED_IN
                || server.desk(role).getPermissionsList().contains(permission);
    }

    /// Called with an empty request these would end the session that the rest of the walk needs.
    private static boolean endsSession(MethodDescriptor<?, ?> method) {
        return method.getFullMethodName().contains("/SignOut");
    }

    private List<MethodDescriptor<?, ?>> methods() {
        var methods = new ArrayList<MethodDescriptor<?, ?>>();
        server.server()
                .services()
                .forEach(s -> methods.addAll(s.getServiceDescriptor().getMethods()));
        methods.removeIf(PermissionTest::endsSession);
        assertFalse(methods.isEmpty());
        return methods;
    }

    private static boolean denied(Channel channel, MethodDescriptor<?, ?> method) {
        var status = status(channel, method);
        if (status.getStatus().getCode() != Status.Code.PERMISSION_DENIED) {
            return false;
        }
        assertEquals("platform/DENIED", Refusals.reason(status));
        return true;
    }

    /// What an empty request is answered with; OK when it is answered at all.
    @SuppressWarnings("unchecked")
    private static <Q, R> StatusRuntimeException status(
            Channel channel, MethodDescriptor<Q, R> method) {
        var request =
                (Q)
                        ((PrototypeMarshaller<Message>) (Object) method.getRequestMarshaller())
                                .getMessagePrototype();
        var options = CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS);
        try {
            if (method.getType() == MethodDescriptor.MethodType.UNARY) {
                ClientCalls.blockingUnaryCall(channel, method, options, request);
            } else {
                ClientCalls.blockingServerStreamingCall(channel, method, options, request).next();
            }
            return Status.OK.asRuntimeException();
        } catch (StatusRuntimeException e) {
            return e;
        }
    }
}
