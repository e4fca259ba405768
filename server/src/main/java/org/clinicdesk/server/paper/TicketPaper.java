package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Tickets of the queue for the roll of a receipt printer, as a PDF, a page each. Whoever finds one learns nothing of a
/// person.
public final class TicketPaper {

    /// What such a printer reaches of a roll of 80 mm.
    static final float WIDTH = 72 * MM;

    static final float HEIGHT = 62 * MM;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final float MARGIN = 4 * MM;
    private static final float TEXT = WIDTH - 2 * MARGIN;

    /// What stands on a ticket.
    ///
    /// @param number "A-007"
    /// @param service what for; empty when nothing is booked
    /// @param before how many go before
    /// @param at when it was printed, on the wall clock of the clinic
    public record Ticket(
            String clinic, String number, String service, int before, LocalDateTime at) {}

    public byte[] pdf(List<Ticket> tickets, Locale locale) {
        var words = Words.in(locale);
        return Document.draw(
                words.text("paper.ticket.title"),
                words.locale(),
                document -> {
                    for (var ticket : tickets) {
                        try (var canvas = document.page(WIDTH, HEIGHT)) {
                            draw(ticket, words, canvas);
                        }
                    }
                });
    }

    private static void draw(Ticket ticket, Words words, Canvas canvas) throws IOException {
        line(ticket.clinic, Style.semibold(10), canvas, 8 * MM);
        line(words.text("paper.ticket.title"), Style.regular(9), canvas, 14 * MM);
        line(ticket.number, Style.semibold(46), canvas, 32 * MM);
        line(ticket.service, Style.semibold(11), canvas, 40 * MM);
        var place =
                ticket.before == 0
                        ? words.text("paper.ticket.next")
                        : words.text("paper.ticket.before", ticket.before);
        line(place, Style.regular(11), canvas, 47 * MM);
        var when = words.date(ticket.at.toLocalDate()) + ", " + CLOCK.format(ticket.at);
        line(when, Style.regular(9), canvas, 55 * MM);
    }

    /// In the middle; smaller, and at last shorter, when it is too wide.
    private static void line(String text, Style style, Canvas canvas, float baseline)
            throws IOException {
        var type = canvas.type();
        var fitting = type.shrink(text, style, TEXT, 7);
        var shown = type.shorten(text, fitting, TEXT);
        canvas.text(shown, fitting, MARGIN + (TEXT - type.width(shown, fitting)) / 2, baseline);
    }
}
