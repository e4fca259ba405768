package org.clinicdesk.server.drug.evaluate;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a text that is read from left to right, without regard to case; blanks between words do not matter.
final class Cursor {
    private static final int MOST_WORDS = 9;

    private final String text;
    private final String lower;
    private int at;

    Cursor(String text) {
        this.text = text.strip().replaceAll("[\\s\\u00a0]+", " ");
        this.lower = lower(this.text);
    }

    /// Letter by letter, so that places in it are places in the text.
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
        return lower.toString();
    }

    boolean atEnd() {
        skipBlanks();
        return at >= text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// A pattern that ends where a word does.
    static Pattern phrase(String pattern) {
        return Pattern.compile("(?:" + pattern + ")(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))");
    }

    /// Takes what a [#phrase] finds here.
    @Nullable MatchResult take(Pattern pattern) {
        skipBlanks();
        Matcher matcher = pattern.matcher(lower).region(at, lower.length());
        if (!matcher.lookingAt() || matcher.end() == at) {
            return null;
        }
        at = matcher.end();
        return matcher.toMatchResult();
    }

    /// Whether a [#phrase] stands here.
    boolean sees(Pattern pattern) {
        int place = at;
        boolean seen = take(pattern) != null;
        at = place;
        return seen;
    }

    /// What was read since a [#place].
    String since(int place) {
        return text.substring(place, at).strip();
    }

    /// Where the reading is, to come back to.
    int place() {
        return at;
    }

    void back(int place) {
        at = place;
    }

    /// Takes the longest row of words that names something.
    <T> Optional<T> takeName(Function<String, Optional<T>> names) {
        skipBlanks();
        int end = at;
        int[] ends = new int[MOST_WORDS];
        int words = 0;
        while (end < text.length() && words < MOST_WORDS) {
            end = wordEnd(end);
            ends[words++] = end;
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
        }
        while (words-- > 0) {
            String candidate = withoutStop(text.substring(at, ends[words]));
            Optional<T> found = candidate.isBlank() ? Optional.empty() : names.apply(candidate);
            if (found.isPresent()) {
                at += candidate.length();
                return found;
            }
        }
        return Optional.empty();
    }

    private static String withoutStop(String words) {
        return words.replaceFirst("[,;:.)]+$", "");
    }

    private int wordEnd(int from) {
        int blank = text.indexOf(' ', from);
        return blank < 0 ? text.length() : blank;
    }

    /// Takes a text in brackets, without them; null when there is none here.
    @Nullable String takeBracket() {
        skipBlanks();
        if (atEnd() || text.charAt(at) != '(') {
            return null;
        }
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                String inner = text.substring(at + 1, i);
                at = i + 1;
                return inner;
            }
        }
        return null;
    }

    /// Takes up to the next comma or semicolon that stands in no brackets.
    String takeClause() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && (c == ';' || c == ',')) {
                break;
            }
            at++;
        }
        return text.substring(start, at).strip();
    }

    String takeRest() {
        String rest = text.substring(at).strip();
        at = text.length();
        return rest;
    }

    /// Takes a word as it is written.
    String takeWord() {
        skipBlanks();
        int start = at;
        at = Math.max(at + 1, wordEnd(at));
        return text.substring(start, Math.min(at, text.length()));
    }
}
