package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.Test;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@OnServer
class RequestIdTest {

    private final TestServer server;

    RequestIdTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndChangesNothing() {
        var desk = repeating("receptionist", UUID.randomUUID());
        var first = desk.registerPatient(somebody("Repetida"));
        assertEquals(first, desk.registerPatient(somebody("Repetida")));
        assertEquals(1, found("Repetida"));
    }

    @Test
    void aRepeatWhileTheFirstStillRunsGetsItsAnswerToo() throws Exception {
        var desk = repeating("receptionist", UUID.randomUUID());
        Callable<String> register =
                () -> desk.registerPatient(somebody("Simultánea")).getPatient().getId();
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> register).toList())) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().collect(Collectors.toSet()).size());
        assertEquals(1, found("Simultanea"));
    }

    @Test
    void anotherCallerCannotTakeAnAnswer() {
        var id = UUID.randomUUID();
        repeating("receptionist", id).registerPatient(somebody("Ajena"));
        assertEquals(
                "platform/REQUEST_ID_TAKEN",
                Refusals.reason(() ->
                        repeating("master-administrator", id).registerPatient(somebody("Ajena"))));
    }

    @Test
    void aRepeatWithSomethingElseInItIsRefused() {
        var desk = repeating("receptionist", UUID.randomUUID());
        desk.registerPatient(somebody("Primera"));
        assertEquals(
                "platform/REQUEST_ID_TAKEN",
                Refusals.reason(() -> desk.registerPatient(somebody("Segunda"))));
        assertEquals(0, found("Segunda"));
    }

    @Test
    void aRepeatOfBeforeThereWereDigestsGetsTheFirstAnswer() {
        var desk = repeating("receptionist", UUID.randomUUID());
        var first = desk.registerPatient(somebody("Antigua"));
        server.change(() -> execute("update request set digest = null"));
        assertEquals(first, desk.registerPatient(somebody("Antigua")));
    }

    @Test
    void noDigestTellsAPassword() {
        var id = UUID.randomUUID();
        var request =
                SignInRequest.newBuilder()
                        .setLogin("linh")
                        .setPassword(SampleClinic.PASSWORD)
                        .setWorkstation("Desk 4")
                        .build();
        SessionServiceGrpc.newBlockingStub(TestServer.repeating(server.nobody(), id))
                .signIn(request);
        assertEquals(sha256(request.toBuilder().clearPassword().build().toByteArray()), digest(id));
    }

    private String digest(UUID id) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(
                                "select digest from request where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    private void execute(String sql) {
        server.clinic().platform().db().session().createNativeMutationQuery(sql).executeUpdate();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSecretIsNotToldTwice() {
        var staff =
                StaffServiceGrpc.newBlockingStub(
                        TestServer.repeating(server.as("master-administrator"), UUID.randomUUID()));
        var request =
                AddStaffRequest.newBuilder()
                        .setLogin("twice")
                        .setName("Twice Told")
                        .addRoles("nurse")
                        .build();
        assertNotEquals("", staff.addStaff(request).getOneTimePassword());
        assertEquals("platform/ALREADY_DONE", Refusals.reason(() -> staff.addStaff(request)));
    }

    @Test
    void aWriteWithoutOneIsRefused() {
        var token = server.signIn("linh").getToken();
        var metadata = new io.grpc.Metadata();
        metadata.put(
                io.grpc.Metadata.Key.of("authorization", io.grpc.Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + token);
        var channel = server.connect();
        var desk =
                PatientServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(
                                io.grpc.stub.MetadataUtils.newAttachHeadersInterceptor(metadata));
        assertEquals(
                "request-id: required",
                Refusals.field(() -> desk.registerPatient(somebody("Nadie"))));
        channel.shutdownNow();
    }

    private PatientServiceGrpc.PatientServiceBlockingStub repeating(String role, UUID id) {
        return PatientServiceGrpc.newBlockingStub(TestServer.repeating(server.as(role), id));
    }

    private int found(String text) {
        return PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsCount();
    }

    private static RegisterPatientRequest somebody(String given) {
        return RegisterPatientRequest.newBuilder()
                .setPerson(Person.newBuilder().setGiven(given))
                .build();
    }
}
