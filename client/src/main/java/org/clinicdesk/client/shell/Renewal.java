package org.clinicdesk.client.shell;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.session.v1.GetDeskRequest;
import org.clinicdesk.session.v1.SessionServiceGrpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Keeps what was told at sign-in true while somebody sits at the desk: the sites of the clinic, their rooms, what can be
/// booked and with whom. Read anew when the setup changes; and, as something may be missed between one screen and the next, with another
/// screen once in a while.
final class Renewal {

    private static final Set<String> TOPICS =
            Set.of("practitioners", "resources", "services", "sites");
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private final Desk desk;
    private final Runnable another;
    private final Runnable again;
    private final Lane reading = new Lane();
    private Instant read;

    /// @param another done when any of it is another than before
    /// @param again done after that, or when what a screen reads for itself has changed: colours, needs, equipment
    Renewal(Desk desk, Runnable another, Runnable again) {
        this.desk = desk;
        this.another = another;
        this.again = again;
        this.read = desk.clock().instant();
    }

    void install() {
        desk.changes().always(TOPICS, () -> read(true), this::readOnceInAWhile);
    }

    private void readOnceInAWhile() {
        if (!desk.clock().instant().isBefore(read.plus(ONCE_IN))) {
            read(false);
        }
    }

    /// Quietly: what could not be read is read with the next screen.
    private void read(boolean changed) {
        var sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = GetDeskRequest.getDefaultInstance();
        read = Instant.EPOCH;
        desk.calls()
                .call(() -> sessions.getDesk(request).getDesk())
                .latest(reading)
                .refused(_ -> {})
                .then(now -> {
                    read = desk.clock().instant();
                    var other = desk.session().renew(now);
                    if (other) {
                        another.run();
                    }
                    if (other || changed) {
                        again.run();
                    }
                });
    }
}
