package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the first words of a free text name where the whole of it names nothing: "amoxicillin 500mg", "Augmentin 625 mg",
/// "tab. paracetamol 500 mg + codeine 30 mg". It is checked as that, and said to be read so: the rest of it stays unchecked.
record FirstWords(List<String> inns, String strength) {
    private static final int MOST_WORDS = 6;

    /// Another name follows; "250 mg/5 ml" is none.
    private static final Pattern JOINED =
            Pattern.compile("\\s*\\+\\s*|\\s*/\\s*(?=\\p{L}{3})|\\s+(?:and|y|và)\\s+");

    /// What stands before the name and is no part of it, beside the units that are forms.
    private static final Set<String> FORMS =
            Set.of(
                    "inj",
                    "injection",
                    "syr",
                    "syrup",
                    "susp",
                    "jarabe",
                    "siro",
                    "thuoc",
                    "vien",
                    "goi",
                    "ong");

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "([0-9]+(?:[.,][0-9]{1,2})?) (mg|g|mcg|ug|microgram)(?: ?/ ?([0-9]*) ?(ml))?"
                            + "(?![\\p{L}\\p{N}.,])");

    private static final FirstWords NOTHING = new FirstWords(List.of(), "");

    FirstWords {
        inns = List.copyOf(inns);
    }

    /// @param named the ingredients of what is called so, wholly; empty when nothing is
    static FirstWords of(String text, Function<String, List<String>> named) {
        Set<String> inns = new LinkedHashSet<>();
        String rest = "";
        for (String part : JOINED.split(Names.spaced(text))) {
            List<String> words = withoutForm(Names.words(part));
            int length = longest(words, named);
            if (length == 0 && inns.isEmpty()) {
                return NOTHING;
            }
            if (length > 0) {
                inns.addAll(named.apply(String.join(" ", words.subList(0, length))));
                rest = part;
            }
        }
        return new FirstWords(new ArrayList<>(inns), inns.size() == 1 ? amount(rest) : "");
    }

    private static List<String> withoutForm(List<String> words) {
        int from = 0;
        while (from < words.size() && isForm(words.get(from))) {
            from++;
        }
        return words.subList(from, words.size());
    }

    private static boolean isForm(String word) {
        String bare = word.replace(".", "");
        Optional<Unit> unit = Unit.named(bare);
        return FORMS.contains(bare) || unit.isPresent() && unit.get() == Unit.PIECE;
    }

    /// How many words, at most, name something together.
    private static int longest(List<String> words, Function<String, List<String>> named) {
        for (int length = Math.min(words.size(), MOST_WORDS); length > 0; length--) {
            if (!named.apply(String.join(" ", words.subList(0, length))).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    /// As the knowledge writes a strength; empty when none is read. "1,000 mg" could be one or a thousand.
    private static String amount(String part) {
        Matcher found = AMOUNT.matcher(part.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return "";
        }
        String amount = found.group(1).replace(',', '.') + " " + found.group(2);
        return found.group(4) == null
                ? amount
                : amount + "/" + (found.group(3).isEmpty() ? "" : found.group(3) + " ") + "ml";
    }
}
