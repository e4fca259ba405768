package org.clinicdesk.server.drug;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What medicines are called in one language: ingredients, forms and the words of strengths. What has no name here goes by
/// its INN. A product is called after what it holds; one that has a name of its own, as a practice's may, keeps it.
final class Nomenclature {
    static final Nomenclature INN = new Nomenclature(Locale.ENGLISH, Map.of(), List.of());

    private static final String AND = " + ";

    private static final Pattern WORDS = Pattern.compile("\\p{L}+(?: \\p{L}+)*");
    private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");

    private final Locale locale;

    /// By what it is called in English.
    private final Map<String, String> words;

    private final Map<String, String> englishByWord;
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, String> englishByProduct = new HashMap<>();
    private final Map<String, Medicine> byName = new HashMap<>();

    private Nomenclature(Locale locale, Map<String, String> words, Collection<Medicine> products) {
        this.locale = locale;
        this.words = words;
        this.englishByWord =
                words.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getValue,
                                        Map.Entry::getKey,
                                        (one, other) -> one));
        products.forEach(this::add);
    }

    static String file(String language) {
        return "names_" + language + ".tsv";
    }

    static Nomenclature read(String language, Table table, Collection<Medicine> products) {
        return new Nomenclature(
                Locale.of(language),
                table.rows().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> row.required("en"), row -> row.required("text"))),
                products);
    }

    private void add(Medicine product) {
        String name = composed(product);
        products.put(product.name(), name);
        englishByProduct.putIfAbsent(name, product.name());
        byName.putIfAbsent(Names.fold(name), product);
    }

    private String composed(Medicine product) {
        String contents = Names.capital(String.join(AND, product.ingredients()));
        String plain = String.join(" ", contents, product.strength(), product.form());
        if (!product.name().startsWith(plain)) {
            return product.name();
        }
        return String.join(" ", say(contents), strength(product.strength()), word(product.form()))
                + product.name().substring(plain.length());
    }

    /// With the decimal sign of the language and its words for what an amount is in.
    private String strength(String english) {
        String said =
                WORDS.matcher(english).replaceAll(it -> Matcher.quoteReplacement(word(it.group())));
        return locale.equals(Locale.ENGLISH) ? said : POINT.matcher(said).replaceAll(",");
    }

    private String word(String english) {
        return words.getOrDefault(english, english);
    }

    /// What a medicine of the knowledge is called.
    String name(Medicine medicine) {
        return products.getOrDefault(medicine.name(), say(medicine.name()));
    }

    /// The product that is called so, wholly, in any spelling.
    Optional<Medicine> product(String name) {
        return Optional.ofNullable(byName.get(Names.fold(name)));
    }

    /// What is called so in English: a product, an ingredient, or several of these joined. Any other text stands as it is.
    String say(String english) {
        if (words.isEmpty()) {
            return english;
        }
        String product = products.get(english);
        if (product != null) {
            return product;
        }
        if (english.contains(AND)) {
            return Stream.of(english.split(Pattern.quote(AND), -1))
                    .map(this::say)
                    .collect(Collectors.joining(AND));
        }
        return translated(words, english).orElse(english);
    }

    /// Whether it is a name that has another one here.
    boolean knows(String english) {
        return !say(english).equals(english);
    }

    /// What is called so here, in English; empty when nothing is, or it is called the same.
    Optional<String> english(String said) {
        return Optional.ofNullable(englishByProduct.get(said))
                .or(() -> translated(englishByWord, said))
                .filter(it -> !it.equals(said));
    }

    /// A capital stays one.
    private static Optional<String> translated(Map<String, String> words, String text) {
        String word = words.get(text);
        if (word != null || text.isEmpty() || !Character.isUpperCase(text.charAt(0))) {
            return Optional.ofNullable(word);
        }
        String small = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return Optional.ofNullable(words.get(small)).map(Names::capital);
    }
}
