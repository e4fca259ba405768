package org.clinicdesk.client.bench;

import com.sun.javafx.tk.Toolkit;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Threads;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// Measures the day board with twelve columns and 500 visits against the real server: opening the day, one step of a
/// drag, one step of a scroll. Of a step it is the time the toolkit's thread works for it: the handlers, style, layout and
/// handing the picture over. The picture is drawn by software, for no display.
public final class BoardBench {

    private static final int OPENED = 30;
    private static final int STEPS = 300;
    private static final long SECONDS = 15;
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final Scene scene;
    private final Node grid;

    private BoardBench(PrintStream out, Scene scene) {
        this.out = out;
        this.scene = scene;
        this.grid = Ui.find(scene, "appointment-day.grid");
    }

    static void main() {
        Ui.start();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var server = SampleServer.start()) {
            FullDay.book(server.server().clinic());
            var desk = server.desk(server.settings(), Threads.ofToolkit());
            server.signIn(desk, "linh");
            var scene = Ui.show(desk, 1920, 1080);
            new BoardBench(out, scene).run();
        }
        System.exit(0);
    }

    private void run() {
        turn(KeyCode.RIGHT);
        turn(KeyCode.RIGHT);
        awaitVisits(FullDay.VISITS);
        var opened = new double[OPENED];
        var worked = new double[OPENED];
        for (var i = 0; i < OPENED; i++) {
            var before = worked();
            opened[i] = open();
            worked[i] = worked() - before;
        }
        print("opening the day", opened, "limit 300 ms");
        print("of that the screen's thread works", worked, "");
        print("a step that changes nothing", steps(_ -> {}), "");
        drag();
        // Taller than the window.
        for (var more = 0; more < 4; more++) {
            Ui.run(() -> key(KeyCode.Z, false));
        }
        print("a step of a scroll", steps(this::scroll), "limit 16 ms");
    }

    /// How long the toolkit's thread has worked, in milliseconds; another day before this one included.
    private static double worked() {
        return Ui.on(WORK::getCurrentThreadCpuTime) / 1e6;
    }

    /// From the key to the picture with all the visits, the server's answer included.
    private double open() {
        turn(KeyCode.RIGHT);
        awaitVisits(0);
        var begun = System.nanoTime();
        turn(KeyCode.LEFT);
        awaitVisits(FullDay.VISITS);
        Ui.run(() -> Toolkit.getToolkit().firePulse());
        return (System.nanoTime() - begun) / 1e6;
    }

    private void drag() {
        var block = Ui.on(() -> visits().getFirst().getBoundsInParent());
        var x = block.getCenterX();
        var y = block.getMinY() + 4;
        Ui.run(() -> mouse(MouseEvent.MOUSE_PRESSED, x, y));
        var steps =
                steps(i -> mouse(MouseEvent.MOUSE_DRAGGED, x + (i + 2) * 3, y + (i + 2) % 100 * 4));
        print("a step of a drag", steps, "limit 16 ms");
        Ui.run(() -> key(KeyCode.ESCAPE, false));
    }

    private void scroll(int step) {
        var up = step % 40 < 20 ? -20 : 20;
        Event.fireEvent(
                grid,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        600,
                        600,
                        600,
                        600,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        0,
                        up,
                        0,
                        up,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        var at = grid.localToScene(x, y);
        Event.fireEvent(
                grid,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    private void turn(KeyCode side) {
        Ui.run(() -> key(side, true));
    }

    private void key(KeyCode code, boolean ctrl) {
        Event.fireEvent(
                grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false));
    }

    /// How long the toolkit's thread works for each step, in milliseconds.
    private static double[] steps(IntConsumer step) {
        var took = new double[STEPS];
        for (var i = 0; i < STEPS; i++) {
            var number = i;
            took[i] =
                    Ui.on(() -> {
                        var begun = WORK.getCurrentThreadCpuTime();
                        step.accept(number);
                        Toolkit.getToolkit().firePulse();
                        return (WORK.getCurrentThreadCpuTime() - begun) / 1e6;
                    });
        }
        return took;
    }

    private List<Node> visits() {
        return ((Parent) grid)
                .getChildrenUnmodifiable().stream()
                        .filter(node -> node.isVisible() && node.getStyleClass().contains("visit"))
                        .toList();
    }

    private void awaitVisits(int count) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (Ui.on(() -> visits().size()) != count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not " + count + " visits but " + visits().size());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void print(String what, double[] millis, String limit) {
        Arrays.sort(millis);
        out.printf(
                "%-34s p50 %6.2f ms   p99 %6.2f ms   %s%n",
                "board, " + what,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                limit);
    }
}
