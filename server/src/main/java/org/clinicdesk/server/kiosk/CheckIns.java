package org.clinicdesk.server.kiosk;

import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.card.IssuedCode;
import org.clinicdesk.server.card.IssuedCodes;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.Ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the kiosk does with a code.
final class CheckIns {

    /// Whoever comes for a visit that begins later than this is not called for it before: he is asked to come back then.
    /// Whoever comes so long after it began is to speak to somebody.
    private static final Duration SOON = Duration.ofHours(1);

    private static final Pattern TICKET = Pattern.compile("([A-Z]{1,3})-?([0-9]{1,6})");

    private final Db db;
    private final IssuedCodes codes;
    private final Appointments appointments;
    private final QueueEntries queue;
    private final Board board;
    private final Guesses guesses;

    CheckIns(
            Db db,
            IssuedCodes codes,
            Appointments appointments,
            QueueEntries queue,
            Board board,
            Guesses guesses) {
        this.db = db;
        this.codes = codes;
        this.appointments = appointments;
        this.queue = queue;
        this.board = board;
        this.guesses = guesses;
    }

    /// Checks in whoever holds a card, for his visits that begin soon; one already checked in stays as he is.
    /// @throws Refusal UNKNOWN_CODE, TOO_EARLY, ASK_AT_DESK, TOO_MANY_CODES
    List<QueueEntry> take(UUID site, String code, Instant now) {
        var kiosk = Call.current().caller();
        guesses.count(kiosk);
        var typed = code.strip().toUpperCase(Locale.ROOT);
        var ticket = TICKET.matcher(typed);
        var entries =
                ticket.matches()
                        ? List.of(holder(site, ticket.group(1), ticket.group(2)))
                        : arrived(site, card(typed).patientId(), now);
        db.session().flush();
        db.sql(connection -> Guesses.good(connection, kiosk));
        return entries;
    }

    private QueueEntry holder(UUID site, String letter, String number) {
        var entry =
                board.byTicket(site, new Ticket(letter, Integer.parseInt(number)))
                        .orElseThrow(() -> new Refusal(KioskRefusal.UNKNOWN_CODE));
        Call.current().concerns(entry.patientId());
        return entry;
    }

    private IssuedCode card(String typed) {
        return scanned(typed)
                .filter(issued -> issued.prescriptionId().isEmpty())
                .orElseThrow(() -> new Refusal(KioskRefusal.UNKNOWN_CODE));
    }

    private Optional<IssuedCode> scanned(String typed) {
        try {
            return Optional.of(codes.scanned(typed));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private List<QueueEntry> arrived(UUID site, UUID patient, Instant now) {
        var kiosk = Call.current().caller();
        Call.current().concerns(patient);
        Call.current().evenIfRefused(connection -> Guesses.good(connection, kiosk));
        appointments.expected(patient, now.minus(SOON), now.plus(SOON)).stream()
                .filter(visit -> visit.siteId().equals(site))
                .forEach(visit -> appointments.arrive(visit, now));
        var here = queue.here(site, patient);
        if (here.isEmpty()) {
            throw appointments.expectedToday(patient).stream()
                    .filter(visit -> visit.siteId().equals(site))
                    .map(visit -> visit.span().start())
                    .filter(now::isBefore)
                    .findFirst()
                    .map(CheckIns::tooEarly)
                    .orElseGet(() -> new Refusal(KioskRefusal.ASK_AT_DESK));
        }
        return here;
    }

    private static Refusal tooEarly(Instant start) {
        return new Refusal(
                KioskRefusal.TOO_EARLY,
                Map.of("start", start.toString(), "from", start.minus(SOON).toString()));
    }
}
