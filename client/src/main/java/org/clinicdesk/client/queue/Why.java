package org.clinicdesk.client.queue;

import com.google.protobuf.Timestamp;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Why somebody stands where he does, in words.
final class Why {

    /// Nobody believes 17 minutes.
    private static final int ROUNDED = 5;

    private final Desk desk;
    private final Texts texts;

    Why(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /// One line for each reason, the place first; empty for whoever does not wait.
    List<String> lines(QueueEntry entry) {
        var lines = new ArrayList<String>();
        if (entry.hasStanding()) {
            var standing = entry.getStanding();
            lines.add(
                    standing.getBefore() == 0
                            ? texts.get("queue.why.next")
                            : texts.get("queue.why.before", standing.getBefore()));
            lines.add(
                    entry.getGroupsCount() == 0
                            ? texts.get("queue.why.no-group")
                            : texts.get("queue.why.groups", groups(entry.getGroupsList())));
            lines.add(texts.get("queue.why.since", time(entry.getSince())));
            if (entry.getBookedFor().getSeconds() > entry.getSince().getSeconds()) {
                lines.add(texts.get("queue.why.counted", time(entry.getBookedFor())));
            }
            if (entry.hasElsewhere()) {
                lines.add(elsewhere(entry.getElsewhere()));
            }
            if (!standing.getLetsPass().isEmpty()) {
                lines.add(texts.get("queue.why.lets-pass", standing.getLetsPass()));
            }
            lines.add(texts.get("queue.why.estimate", estimate(entry)));
        }
        if (entry.hasTransferred()) {
            var from = entry.getTransferred().getFromName();
            lines.add(
                    texts.get(
                            "queue.why.transferred",
                            from.isEmpty() ? texts.get("queue.anybody") : from,
                            entry.getTransferred().getReason()));
        }
        return lines;
    }

    /// "With Dr. Lê Thu Hà · Room 3".
    String elsewhere(QueueEntry.Elsewhere there) {
        return there.getRoomName().isEmpty()
                ? texts.get("queue.elsewhere", there.getPractitionerName())
                : texts.get(
                        "queue.elsewhere.room", there.getPractitionerName(), there.getRoomName());
    }

    String groups(Collection<PriorityGroup> groups) {
        return groups.stream()
                .map(group -> texts.get("queue.group." + group))
                .collect(Collectors.joining(", "));
    }

    /// "about 20 min", or that it is his turn.
    String estimate(QueueEntry entry) {
        var minutes = entry.getStanding().getEstimatedMinutes();
        return minutes == 0
                ? texts.get("queue.estimate.now")
                : texts.get("queue.estimate.about", Math.ceilDiv(minutes, ROUNDED) * ROUNDED);
    }

    private String time(Timestamp at) {
        return texts.dates().time(Instant.ofEpochSecond(at.getSeconds()), desk.session().zone());
    }
}
