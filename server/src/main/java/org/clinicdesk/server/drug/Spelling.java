package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What somebody may have meant who slipped: a letter wrong, left out, doubled or swapped with the next one, or a name spelt
/// as it sounds in Spanish or Vietnamese. It is only ever proposed: two medicines can lie one letter apart.
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONG = 9;
    private static final int MOST = 3;

    /// So much more than a whole word costs one that is only begun.
    private static final double BEGUN = 0.5;

    private static final double NONE = Double.MAX_VALUE;

    /// Known words by what they sound like, by its first letter.
    private final Map<Character, Map<String, List<String>>> words = new TreeMap<>();

    /// Only to see whether a word begins any.
    private final TreeSet<String> all = new TreeSet<>();

    Spelling(Collection<String> known) {
        for (String word : new TreeSet<>(known)) {
            all.add(word);
            if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) {
                String sound = sound(word);
                words.computeIfAbsent(sound.charAt(0), letter -> new LinkedHashMap<>())
                        .computeIfAbsent(sound, s -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    /// The text with what was likely meant in place of the words that nothing begins with, the likeliest first; empty where
    /// there is no such word or nothing is like it. Amounts stay as they are.
    List<String> read(String text) {
        List<String> texts = List.of("");
        boolean changed = false;
        for (String word : text.strip().split("\\s+")) {
            List<String> meant = meant(word);
            if (meant.isEmpty()) {
                return List.of();
            }
            changed |= !meant.getFirst().equals(word);
            texts = joined(texts, meant);
        }
        return changed ? texts : List.of();
    }

    private static List<String> joined(List<String> texts, List<String> words) {
        return texts.stream()
                .flatMap(text -> words.stream().map(word -> (text + " " + word).strip()))
                .limit(MOST)
                .toList();
    }

    /// The word itself where it is one, or begins one.
    private List<String> meant(String written) {
        String word = Names.fold(written);
        if (!word.chars().allMatch(Character::isLetter) || begins(word)) {
            return List.of(written);
        }
        return word.length() < SHORTEST ? List.of() : nearest(word);
    }

    private boolean begins(String word) {
        String next = all.ceiling(word);
        return next != null && next.startsWith(word);
    }

    private List<String> nearest(String word) {
        String sound = sound(word);
        double best = NONE;
        List<String> nearest = new ArrayList<>();
        for (var known : words.getOrDefault(sound.charAt(0), Map.of()).entrySet()) {
            double cost = cost(sound, known.getKey());
            if (cost < best) {
                nearest.clear();
                best = cost;
            }
            if (cost == best && cost != NONE) {
                nearest.addAll(known.getValue());
            }
        }
        return nearest.stream().limit(MOST).toList();
    }

    private static double cost(String typed, String known) {
        int most = typed.length() < LONG ? 1 : 2;
        int whole =
                Math.abs(typed.length() - known.length()) > most
                        ? most + 1
                        : distance(typed, known);
        if (whole <= most) {
            return whole;
        }
        if (typed.length() > SHORTEST && known.length() > typed.length() + 1) {
            int begun =
                    Math.min(
                            distance(typed, known.substring(0, typed.length())),
                            distance(typed, known.substring(0, typed.length() + 1)));
            return begun <= 1 ? begun + BEGUN : NONE;
        }
        return NONE;
    }

    /// How many letters are wrong, missing, too many, or swapped with their neighbour.
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(
                        cost[i - 1][j - 1] + (same ? 0 : 1),
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    /// As it sounds in all three languages: "hydroxyzine" and "hidroxizina" are one.
    static String sound(String word) {
        String sound =
                word.replace("ph", "f")
                        .replace("ch", "c")
                        .replace("th", "t")
                        .replace("rh", "r")
                        .replace("qu", "c")
                        .replace('y', 'i')
                        .replace('k', 'c')
                        .replace('z', 's')
                        .replaceAll("(.)\\1", "$1");
        return sound.length() > SHORTEST ? sound.replaceAll("[aeo]$", "") : sound;
    }
}
