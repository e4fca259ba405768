package org.clinicdesk.server.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people are found by: the terms kept of a person, and those that a typed text asks for.
///
/// A term starts with its kind: `n:` a word of the name, `p:` a phone number, `q:` the same backwards, so that its last
/// digits find it too, `b:` the birth date, `i:` a number of the clinic or the state. A typed term finds every kept one
/// that starts with it.
final class SearchTerms {

    private static final int MOST = 90;
    private static final int LONGEST_NAME = 200;
    private static final int LEAST_PHONE_DIGITS = 3;
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    /// Day first, as in Viet Nam and Spain; the American order is tried too where only that one is a date.
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    private SearchTerms() {}

    static Set<PatientKey> of(Patient patient) {
        var name = " " + String.join(" ", Fold.words(patient.name().full())) + " ";
        return terms(patient).stream()
                .map(term -> new PatientKey(term, cut(name, LONGEST_NAME)))
                .collect(Collectors.toSet());
    }

    private static Set<String> terms(Patient patient) {
        var terms = new TreeSet<String>();
        Fold.words(patient.name().full()).forEach(word -> terms.add(cut("n:" + word)));
        for (var phone : patient.phones()) {
            var digits = Fold.digits(phone);
            terms.add(cut("p:" + digits));
            terms.add(cut("q:" + reversed(digits)));
        }
        if (!patient.birthDate().text().isEmpty()) {
            terms.add("b:" + patient.birthDate().text());
        }
        terms.add("i:" + Fold.digits(patient.number()));
        patient.nationalId().ifPresent(id -> terms.add(cut("i:" + Fold.fold(id))));
        return terms;
    }

    /// Each list is one wish: any of its terms will do, and all wishes must be met. Empty: the text asks for nothing.
    static List<List<String>> asked(String text) {
        var wishes = new ArrayList<List<String>>();
        var rest = text;
        var date = date(text);
        if (date.isPresent()) {
            wishes.add(List.of("b:" + date.get()));
            rest = DATE.matcher(ISO_DATE.matcher(text).replaceAll(" ")).replaceAll(" ");
        }
        if (looksLikePhone(rest)) {
            wishes.add(numbers(Fold.digits(rest)));
        } else {
            Fold.words(rest)
                    .forEach(word ->
                            wishes.add(
                                    word.chars().allMatch(Character::isDigit)
                                            ? numbers(word)
                                            : name(word)));
        }
        return wishes;
    }

    private static boolean looksLikePhone(String text) {
        return Fold.digits(text).length() >= LEAST_PHONE_DIGITS
                && text.chars().noneMatch(Character::isLetter);
    }

    private static List<String> name(String word) {
        // "an1" and the like may be a number of the state.
        return word.chars().anyMatch(Character::isDigit)
                ? List.of(cut("i:" + word))
                : List.of(cut("n:" + word));
    }

    private static List<String> numbers(String digits) {
        var terms = new ArrayList<String>();
        terms.add(cut("i:" + digits));
        if (digits.length() >= LEAST_PHONE_DIGITS) {
            terms.add(cut("p:" + digits));
            terms.add(cut("q:" + reversed(digits)));
        }
        if (digits.length() == 4) {
            terms.add("b:" + digits);
        }
        return terms;
    }

    private static Optional<String> date(String text) {
        var iso = ISO_DATE.matcher(text);
        if (iso.find()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        var other = DATE.matcher(text);
        if (other.find()) {
            return date(other.group(3), other.group(2), other.group(1))
                    .or(() -> date(other.group(3), other.group(1), other.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<String> date(String year, String month, String day) {
        try {
            var date =
                    java.time.LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date.toString());
        } catch (java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    /// Whether a term asks for a word of the name.
    static boolean isName(String term) {
        return term.startsWith("n:");
    }

    /// The word a term asks for.
    static String word(String term) {
        return term.substring(2);
    }

    private static String cut(String term) {
        return cut(term, MOST);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
