package org.clinicdesk.client.roster;

import io.grpc.StatusException;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.roster.v1.TakenHours;

import java.util.function.Consumer;

/// Sends changed hours, once, and asks before visits lose theirs.
final class HoursWrite {

    private final Desk desk;
    private final WeekModel week;
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    HoursWrite(WeekModel week) {
        this.desk = week.desk();
        this.week = week;
    }

    /// Tells what the new hours hit.
    interface Change {
        TakenHours send(boolean despiteBooked) throws StatusException;
    }

    Busy busy() {
        return busy;
    }

    /// @param refused for any reason but visits that are booked
    void send(Change change, Consumer<Problem> refused, Runnable saved) {
        send(false, change, refused, saved);
    }

    private void send(
            boolean despiteBooked, Change change, Consumer<Problem> refused, Runnable saved) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(() -> change.send(despiteBooked))
                .once(requestId)
                .busy(busy)
                .refused(
                        "BOOKED",
                        problem -> {
                            requestId = RequestId.fresh();
                            Hit.ask(desk, problem, () -> send(true, change, refused, saved));
                        })
                .refused(problem -> {
                    requestId = RequestId.fresh();
                    refused.accept(problem);
                })
                .then(taken -> {
                    requestId = RequestId.fresh();
                    saved.run();
                    week.refresh();
                    Hit.taken(desk, taken);
                });
    }
}
