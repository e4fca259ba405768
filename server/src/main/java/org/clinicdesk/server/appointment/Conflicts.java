package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Looks whether somebody or something is busy at a time. Without a lock the answer may be old.
final class Conflicts {

    /// A hold is in the way of other desks until it runs out, by the clock of the database; its row may stay longer.
    private static final String LOOK =
            """
            select hold_id from booking
            where resource_id = ? and ends_at > ? and ends_at < ? and starts_at < ? and active
              and (appointment_id is null or appointment_id <> ?)
              and (hold_id is null or held_by <> ? and expires_at > clock_timestamp())
            """;

    /// What comes back is in the way of what stands there now, but not of a visit that was put on top of it on purpose.
    private static final String NOT_ON_TOP =
            LOOK
                    + "and not exists (select 1 from appointment a where a.id = appointment_id and"
                    + " a.overbooked) ";

    /// On top of visits, but not of what somebody is about to book.
    private static final String HOLDS_ONLY = LOOK + "and hold_id is not null ";

    private static final String NO_HOLDS = "and hold_id is null ";
    private static final String ONE = "limit 1";

    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;

    Conflicts(Db db) {
        this.db = db;
    }

    /// Whether a resource is busy at a time.
    boolean busy(Use use, Claim claim) {
        return blocker(use, LOOK, claim).isPresent();
    }

    /// What was asked for must be free. @throws Refusal SLOT_TAKEN, SLOT_HELD
    void refuse(Claim claim) {
        claim.uses().stream()
                .sorted(Comparator.comparing(Use::kind))
                .forEach(use -> {
                    blocker(use, question(use, claim), claim)
                            .ifPresent(blocker -> {
                                throw blocker.hold == null
                                        ? taken(use)
                                        : held(db.get(SlotHold.class, blocker.hold));
                            });
                });
    }

    private static String question(Use use, Claim claim) {
        if (use.kind() != ResourceKind.PRACTITIONER) {
            return LOOK;
        }
        if (claim.onTop().contains(use.resourceId())) {
            return HOLDS_ONLY;
        }
        return switch (claim.terms()) {
            case KEPT, AGREED, PRESENT -> NOT_ON_TOP;
            case NEW, ENTERED -> LOOK;
        };
    }

    /// What keeps a resource busy: a visit, or a hold.
    private record Blocker(@Nullable UUID hold) {}

    /// Plain JDBC, for this is asked twice of every booking, and Hibernate would compare all it has read
    /// before each question.
    private Optional<Blocker> blocker(Use use, String sql, Claim claim) {
        var blocker = new AtomicReference<Blocker>();
        var only = claim.terms() == Claim.Terms.PRESENT ? NO_HOLDS : "";
        db.sql(connection -> {
            try (var look = connection.prepareStatement(sql + only + ONE)) {
                look.setObject(1, use.resourceId());
                look.setObject(2, OffsetDateTime.ofInstant(use.span().start(), UTC));
                look.setObject(
                        3, OffsetDateTime.ofInstant(use.span().end().plus(Booking.LONGEST), UTC));
                look.setObject(4, OffsetDateTime.ofInstant(use.span().end(), UTC));
                look.setObject(5, claim.exceptOrNobody());
                look.setObject(6, Call.current().signedIn().map(Caller::sessionId).orElse(NOBODY));
                try (var found = look.executeQuery()) {
                    if (found.next()) {
                        blocker.set(new Blocker(found.getObject(1, UUID.class)));
                    }
                }
            }
        });
        return Optional.ofNullable(blocker.get());
    }

    /// Of several doctors it is told which one.
    private static Refusal taken(Use use) {
        return use.kind() == ResourceKind.PRACTITIONER
                ? new Refusal(
                        AppointmentRefusal.SLOT_TAKEN,
                        Map.of(
                                "resource",
                                use.kind().code(),
                                "practitioner",
                                use.resourceId().toString()))
                : taken(use.kind());
    }

    static Refusal taken(ResourceKind kind) {
        return new Refusal(AppointmentRefusal.SLOT_TAKEN, Map.of("resource", kind.code()));
    }

    private Refusal held(SlotHold hold) {
        var holder = db.get(StaffMember.class, hold.staffId());
        return new Refusal(
                AppointmentRefusal.SLOT_HELD,
                Map.of("by", holder.name(), "until", hold.expiresAt().toString()));
    }
}
