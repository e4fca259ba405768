package org.clinicdesk.client.kit;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// Catches what a scanner types. A scanner is a keyboard that types very fast and ends with Enter or Tab; timing alone is no
/// proof, so the text must also begin as our codes do. What it caught is taken out of the field that had the keyboard, and
/// the ending key reaches nobody: no default button is pressed by a scan.
///
/// A filter, not a handler: it comes before every control of the scene.
public final class ScanTrap {

    /// Our codes: cards and prescriptions, digits, capitals and hyphens only, which every keyboard layout types alike.
    private static final Pattern CODE = Pattern.compile("CD1-[0-9A-Z-]{8,200}");

    private static final Duration LONGEST_GAP = Duration.ofMillis(35);

    private final Consumer<String> sink;
    private final LongSupplier nanoTime;
    private final StringBuilder burst = new StringBuilder();
    private long last;
    private boolean swallowTyped;
    private boolean swallowReleased;

    /// @param nanoTime a clock that only runs forward: `System::nanoTime`
    public ScanTrap(Consumer<String> sink, LongSupplier nanoTime) {
        this.sink = sink;
        this.nanoTime = nanoTime;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        if (text.isEmpty() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (text.charAt(0) < ' ') {
            if (swallowTyped) {
                swallowTyped = false;
                event.consume();
            }
            return;
        }
        if (slow()) {
            burst.setLength(0);
        }
        burst.append(text);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.TAB) {
            return;
        }
        var slow = slow();
        var code = burst.toString();
        burst.setLength(0);
        if (slow || !CODE.matcher(code).matches()) {
            return;
        }
        event.consume();
        swallowTyped = true;
        swallowReleased = true;
        if (event.getTarget() instanceof TextInputControl field) {
            takeOut(field, code);
        }
        sink.accept(code);
    }

    private void released(KeyEvent event) {
        if (swallowReleased
                && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            swallowReleased = false;
            event.consume();
        }
    }

    private static void takeOut(TextInputControl field, String code) {
        var at = field.getText().lastIndexOf(code);
        if (at >= 0) {
            field.deleteText(at, at + code.length());
        }
    }

    private boolean slow() {
        var now = nanoTime.getAsLong();
        var slow = now - last > LONGEST_GAP.toNanos();
        last = now;
        return slow;
    }
}
