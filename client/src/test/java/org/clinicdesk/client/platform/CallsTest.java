package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import io.grpc.StatusException;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class CallsTest {

    private final List<Problem> unexplained = new ArrayList<>();
    private final Calls calls = new Calls(Threads.inPlace(), () -> 0, unexplained::add);

    @Test
    void repeatsALostAnswerUnderTheSameRequestId() {
        var ids = new HashSet<RequestId>();
        var attempts = new AtomicInteger();
        var form = RequestId.fresh();
        var answers = new ArrayList<String>();
        calls.call(
                        () -> {
                            ids.add(RequestId.CURRENT.get());
                            if (attempts.incrementAndGet() < 3) {
                                throw new StatusException(Status.UNAVAILABLE);
                            }
                            return "booked";
                        })
                .once(form)
                .then(answers::add);
        assertEquals(List.of("booked"), answers);
        assertEquals(Set.of(form), ids);
    }

    @Test
    void givesUpInTheEnd() {
        calls.<String>call(
                        () -> {
                            throw new StatusException(Status.UNAVAILABLE);
                        })
                .then(answer -> {});
        assertTrue(unexplained.getFirst().offline());
    }

    @Test
    void repeatsNoRefusal() {
        var attempts = new AtomicInteger();
        calls.<String>call(
                        () -> {
                            attempts.incrementAndGet();
                            throw new StatusException(Status.FAILED_PRECONDITION);
                        })
                .then(answer -> {});
        assertEquals(1, attempts.get());
    }

    @Test
    void dropsTheLateAnswerOfAnOlderCall() {
        var waiting = new ArrayDeque<Runnable>();
        var queued =
                new Calls(
                        new Threads(waiting::add, Runnable::run, time -> {}),
                        () -> 0,
                        unexplained::add);
        var lane = new Lane();
        var shown = new ArrayList<String>();
        queued.call(() -> "older").latest(lane).then(shown::add);
        queued.call(() -> "newer").latest(lane).then(shown::add);
        waiting.removeLast().run();
        waiting.removeLast().run();
        assertEquals(List.of("newer"), shown);
    }

    @Test
    void isBusyUntilTheLastCallIsBack() {
        var waiting = new ArrayDeque<Runnable>();
        var queued =
                new Calls(
                        new Threads(waiting::add, Runnable::run, time -> {}),
                        () -> 0,
                        unexplained::add);
        var busy = new Busy();
        queued.call(() -> 1).busy(busy).then(answer -> {});
        queued.call(() -> 2).busy(busy).then(answer -> {});
        waiting.remove().run();
        assertTrue(busy.is());
        waiting.remove().run();
        assertFalse(busy.is());
    }

    @Test
    void aFaultOfTheClientItselfIsToldToo() {
        calls.<String>call(
                        () -> {
                            throw new IllegalStateException("a fault");
                        })
                .then(answer -> {});
        assertEquals(Status.Code.UNKNOWN, unexplained.getFirst().code());
    }

    @Test
    void tellsNobodyWhatIsAnsweredAfterThePersonLeft() {
        var waiting = new ArrayDeque<Runnable>();
        var sitting = new AtomicInteger();
        var threads = new Threads(waiting::add, Runnable::run, time -> {});
        var answers = new ArrayList<String>();
        var late = new Calls(threads, sitting::get, unexplained::add);
        late.call(() -> "answer").then(answers::add);
        late.<String>call(
                        () -> {
                            throw new StatusException(Status.UNAUTHENTICATED);
                        })
                .then(answers::add);
        sitting.incrementAndGet();
        waiting.forEach(Runnable::run);
        assertEquals(List.of(), answers);
        assertEquals(List.of(), unexplained);
    }
}
