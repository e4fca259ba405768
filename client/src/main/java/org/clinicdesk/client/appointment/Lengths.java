package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeSet;

/// How long a visit can be, in minutes; 0 is as long as its service usually is.
final class Lengths {

    private static final List<Integer> USUAL =
            List.of(0, 5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120, 180, 240);

    private Lengths() {}

    /// Those that are offered, with one that was asked for otherwise.
    static List<Integer> with(int other) {
        var all = new TreeSet<>(USUAL);
        all.add(other);
        return List.copyOf(all);
    }

    static String words(Texts texts, int minutes, @Nullable Service service) {
        return minutes > 0 || service == null
                ? texts.get("appointment.minutes", minutes)
                : texts.get("appointment.book.length.usual", service.getMinutes());
    }
}
