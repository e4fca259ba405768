package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What was found by a text. Where nothing is called so, what is called nearly so: in another form, in another strength,
/// spelt otherwise. That is said, and is never what was typed.
///
/// @param leftOut what of the text names nothing; empty for nothing
/// @param readAs as what the text was read instead; empty where it was read as it stands
record Found(
        List<Medicine> medicines,
        String text,
        boolean otherForm,
        boolean otherStrength,
        String readAs,
        String leftOut) {
    private static final int SHORTEST = 4;

    Found {
        medicines = List.copyOf(medicines);
    }

    /// @param meant what may be meant by a text by which nothing is found
    static Found of(
            String text,
            int limit,
            BiFunction<String, Integer, List<Medicine>> by,
            Function<String, List<String>> meant) {
        Function<String, List<Medicine>> search = it -> by.apply(it, limit);
        Found found = nearly(text, search);
        if (!found.medicines().isEmpty()) {
            return found;
        }
        Set<Medicine> all = new LinkedHashSet<>();
        List<Found> read = new ArrayList<>();
        for (String other : meant.apply(text)) {
            Found nearly = nearly(other, search);
            if (!nearly.none() && !all.contains(nearly.medicines().getFirst())) {
                all.addAll(nearly.medicines());
                read.add(nearly);
            }
        }
        if (read.isEmpty()) {
            return beginning(text, search);
        }
        Found first = read.getFirst();
        return new Found(
                all.stream().limit(limit).toList(),
                first.text(),
                first.otherForm(),
                first.otherStrength(),
                String.join(" / ", read.stream().map(Found::text).toList()),
                "");
    }

    /// By the most of its first words that name anything.
    private static Found beginning(String text, Function<String, List<Medicine>> search) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (int count = words.size() - 1; count > 0; count--) {
            String first = String.join(" ", words.subList(0, count));
            Found found =
                    first.length() < SHORTEST
                            ? new Found(List.of(), text, false, false, "", "")
                            : nearly(first, search);
            if (!found.none()) {
                String rest = String.join(" ", words.subList(count, words.size()));
                return new Found(
                        found.medicines(),
                        found.text(),
                        found.otherForm(),
                        found.otherStrength(),
                        "",
                        rest);
            }
        }
        return new Found(List.of(), text, false, false, "", "");
    }

    private static Found nearly(String text, Function<String, List<Medicine>> search) {
        String form = FormWords.without(text);
        String name = Names.fold(Amounts.without(text));
        boolean amounts = !name.equals(Names.fold(text));
        List<Medicine> called = amounts && !name.isEmpty() ? search.apply(name) : List.of();
        Found found = new Found(search.apply(text), text, false, false, "", "");
        if (found.none() || found.onlyWith(called)) {
            found = new Found(called, name, false, true, "", "");
        }
        if (found.none() && amounts && !form.equals(text)) {
            found = new Found(search.apply(form), form, true, false, "", "");
        }
        String bare = Names.fold(Amounts.without(form));
        if (found.none() && !form.equals(text) && bare.length() >= SHORTEST) {
            found = new Found(search.apply(bare), bare, true, amounts, "", "");
        }
        return found.none() ? new Found(List.of(), text, false, false, "", "") : found;
    }

    /// Whether the amount that was typed with the name of one thing is only found where it is joined with others, and may be
    /// theirs: "paracetamol 300" is no paracetamol with hydrocodone.
    private boolean onlyWith(List<Medicine> called) {
        return !called.isEmpty()
                && called.getFirst().ingredients().size() == 1
                && medicines.stream().allMatch(medicine -> medicine.ingredients().size() > 1);
    }

    private boolean none() {
        return medicines.isEmpty();
    }
}
