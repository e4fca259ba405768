package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.appointment.FindModel.Part;
import org.clinicdesk.client.appointment.FindModel.Who;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.session.v1.Desk.Site;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Understands what is typed by somebody who looks for a time: `30 min cardiology morning not tue wheelchair`, in any of the
/// languages and without accents if need be. From left to right, always the longest phrase that means something.
final class FindText {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(\\p{L}{0,7}|')");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 480;

    private final FindWords words;
    private final Known known;
    private final LocalDate today;

    FindText(FindWords words, Known known, LocalDate today) {
        this.words = words;
        this.known = known;
        this.today = today;
    }

    /// What the clinic has that can be named.
    record Known(List<Who> people, List<Service> services, List<Need> things, List<Site> sites) {}

    Understood of(String text) {
        return new Reading(text).understood();
    }

    /// One text, read once.
    private final class Reading {

        private final List<String> tokens;
        private Optional<Who> who = Optional.empty();
        private Optional<Service> service = Optional.empty();
        private int minutes;
        private Optional<Part> part = Optional.empty();
        private final Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        private final Set<DayOfWeek> notOn = EnumSet.noneOf(DayOfWeek.class);
        private Optional<LocalDate> from = Optional.empty();
        private Optional<Site> site = Optional.empty();
        private Optional<Need> thing = Optional.empty();
        private final List<String> unknown = new ArrayList<>();
        private boolean not;
        private boolean since;

        private Reading(String text) {
            tokens =
                    Arrays.stream(FindWords.plain(text).split(" "))
                            .map(token -> token.replaceAll("^[.:/-]+|[.:/-]+$", ""))
                            .filter(token -> !token.isEmpty())
                            .toList();
            for (var at = 0; at < tokens.size(); ) {
                at += read(at);
            }
        }

        private Understood understood() {
            return new Understood(
                    who, service, minutes, part, on, notOn, from, site, thing, unknown);
        }

        /// @return how many words were read
        private int read(int at) {
            var number = number(at);
            if (number > 0) {
                return number;
            }
            if (date(tokens.get(at))) {
                since = false;
                return 1;
            }
            for (var n = Math.min(words.longest(), tokens.size() - at); n > 0; n--) {
                if (phrase(String.join(" ", tokens.subList(at, at + n)))) {
                    return n;
                }
            }
            unknown.add(tokens.get(at));
            not = false;
            return 1;
        }

        /// `30`, `30 min`, `30min`, `1 h`, `2 weeks`.
        private int number(int at) {
            var number = NUMBER.matcher(tokens.get(at));
            if (!number.matches() || startsPhrase(at)) {
                return 0;
            }
            var attached = !number.group(2).isEmpty();
            var unit =
                    attached ? number.group(2) : at + 1 < tokens.size() ? tokens.get(at + 1) : "";
            var concept = unit.equals("'") ? "MINUTES" : concept(unit);
            var value = Integer.parseInt(number.group(1));
            var read = attached || !List.of("MINUTES", "HOURS", "WEEKS").contains(concept) ? 1 : 2;
            if (attached && concept.isEmpty()) {
                return 0;
            }
            if (concept.equals("WEEKS")) {
                from = Optional.of(today.plusWeeks(value));
                return read;
            }
            var length = concept.equals("HOURS") ? value * 60 : value;
            if (length < LEAST_MINUTES || length > MOST_MINUTES) {
                return 0;
            }
            minutes = length;
            return read;
        }

        private boolean startsPhrase(int at) {
            return at + 1 < tokens.size()
                    && words.of(tokens.get(at) + " " + tokens.get(at + 1)).isPresent();
        }

        private String concept(String phrase) {
            return words.of(phrase).map(FindWords.Meaning::concept).orElse("");
        }

        /// `1/12`, `1.12.2026`, `2026-12-01`.
        private boolean date(String token) {
            try {
                if (ISO.matcher(token).matches()) {
                    from = Optional.of(LocalDate.parse(token));
                    return true;
                }
                var date = DATE.matcher(token);
                if (date.matches()) {
                    from = Optional.of(date(date));
                    return true;
                }
                return false;
            } catch (DateTimeException _) {
                return false;
            }
        }

        private LocalDate date(Matcher date) {
            var day = Integer.parseInt(date.group(1));
            var month = Integer.parseInt(date.group(2));
            if (date.group(3) != null) {
                return LocalDate.of(Integer.parseInt(date.group(3)), month, day);
            }
            var thisYear = LocalDate.of(today.getYear(), month, day);
            return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
        }

        private boolean phrase(String phrase) {
            var meaning = words.of(phrase);
            if (meaning.isEmpty()) {
                return thing(Stream.of(phrase));
            }
            if (meaning.get().concept().isEmpty()) {
                return meaning.get().same().contains("30")
                        ? half()
                        : thing(meaning.get().same().stream());
            }
            take(meaning.get().concept());
            return true;
        }

        private boolean half() {
            minutes = 30;
            return true;
        }

        private void take(String concept) {
            switch (concept) {
                case "NOT" -> not = true;
                case "FROM" -> since = true;
                case "FILLER", "IN", "MINUTES", "HOURS", "WEEKS" -> {}
                case "MORNING", "AFTERNOON", "EVENING" -> part(Part.valueOf(concept));
                case "TODAY" -> from = Optional.of(today);
                case "TOMORROW" -> from = Optional.of(today.plusDays(1));
                case "NEXT_WEEK" ->
                        from = Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
                case "ANYBODY" -> who = known.people.stream().findFirst();
                default -> weekday(DayOfWeek.valueOf(concept));
            }
        }

        /// Not in the morning is in the afternoon, and the other way round.
        private void part(Part said) {
            part = Optional.of(!not ? said : said == Part.MORNING ? Part.AFTERNOON : Part.MORNING);
            not = false;
        }

        private void weekday(DayOfWeek day) {
            if (since) {
                from = Optional.of(today.with(TemporalAdjusters.nextOrSame(day)));
                since = false;
            } else {
                (not ? notOn : on).add(day);
            }
        }

        /// Somebody or something of the clinic, by any of some names.
        private boolean thing(Stream<String> names) {
            return names.anyMatch(this::named);
        }

        private boolean named(String name) {
            var specialty = one(known.people, it -> it.specialty(), name);
            var doctor =
                    one(known.people, it -> it.practitionerId().isEmpty() ? "" : it.name(), name);
            if (specialty.isPresent() || doctor.isPresent()) {
                who = specialty.or(() -> doctor);
                not = false;
                return true;
            }
            var kind = one(known.services, Service::getName, name);
            if (kind.isPresent()) {
                service = kind;
                return true;
            }
            var need = one(known.things, Need::getType, name);
            if (need.isPresent()) {
                thing = need;
                return true;
            }
            var place = one(known.sites, Site::getName, name);
            site = place.or(() -> site);
            return place.isPresent();
        }
    }

    /// The one that is meant; none when it could be several.
    private static <V> Optional<V> one(List<V> all, Function<V, String> name, String said) {
        var meant =
                all.stream().filter(it -> isMeant(FindWords.plain(name.apply(it)), said)).toList();
        return meant.size() == 1
                ? Optional.of(meant.getFirst())
                : meant.stream()
                        .filter(it -> FindWords.plain(name.apply(it)).equals(said))
                        .findFirst();
    }

    /// Whether each word said begins a word of the name.
    private static boolean isMeant(String name, String said) {
        var parts = List.of(name.split(" "));
        return !name.isEmpty()
                && Arrays.stream(said.split(" "))
                        .allMatch(word ->
                                parts.contains(word)
                                        || word.length() >= LEAST_LETTERS
                                                && parts.stream()
                                                        .anyMatch(part -> part.startsWith(word)));
    }
}
