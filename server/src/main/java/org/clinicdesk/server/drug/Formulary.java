package org.clinicdesk.server.drug;

import org.clinicdesk.contract.Pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The products by id, by name and by RxNorm code.
final class Formulary {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern RXNORM = Pattern.compile("[1-9][0-9]{0,7}");

    private final Map<String, Medicine> byId = new LinkedHashMap<>();
    private final Map<String, Medicine> byName = new HashMap<>();
    private final Map<String, List<Medicine>> byBrand = new HashMap<>();
    private final Map<String, List<Medicine>> byCode = new HashMap<>();

    /// Codes of what is no product here, with what it holds; asked for by imports only.
    private final Lazy<Map<String, Medicine>> others;

    private Formulary(Supplier<Map<String, Medicine>> others) {
        this.others = new Lazy<>(others);
    }

    /// @param codes of what is no product here, with what it holds
    static Formulary read(
            Table table, Supplier<Table> codes, Ingredients ingredients, Set<String> sources) {
        Formulary result = new Formulary(() -> others(codes.get(), ingredients, sources));
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            Medicine product = product(row, ingredients);
            result.byId.put(product.id(), product);
            if (result.byName.put(Names.fold(product.name()), product) != null) {
                throw row.bad("'" + product.name() + "' names another product already");
            }
            if (!product.brand().isEmpty()) {
                result.byBrand
                        .computeIfAbsent(Names.fold(product.brand()), brand -> new ArrayList<>())
                        .add(product);
            }
            for (String code : product.rxcui()) {
                result.byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(product);
            }
        }
        for (Ingredient ingredient : ingredients.all()) {
            if (!ingredient.rxcui().isEmpty()) {
                result.byCode.putIfAbsent(ingredient.rxcui(), List.of(Medicine.bare(ingredient)));
            }
        }
        return result;
    }

    private static Medicine product(Table.Row row, Ingredients ingredients) {
        String slug = row.required("product_id");
        if (!SLUG.matcher(slug).matches() || slug.length() > 110) {
            throw row.bad("'" + slug + "' is no slug of at most 110 characters");
        }
        List<String> contents = row.list("ingredients");
        if (contents.isEmpty()) {
            throw row.bad("no ingredients");
        }
        contents.forEach(inn -> ingredients.require(row, inn));
        if (RouteGroup.of(row.required("route")) == RouteGroup.UNKNOWN) {
            throw row.bad("unknown route '" + row.get("route") + "'");
        }
        if (!row.get("pack").isEmpty() && Pack.read(row.get("pack")).isEmpty()) {
            throw row.bad("'" + row.get("pack") + "' is no number and unit of a pack");
        }
        row.list("rxcui").forEach(code -> code(row, code));
        return new Medicine(
                "product:" + slug,
                row.required("name"),
                row.get("brand"),
                contents,
                row.required("strength"),
                row.required("form"),
                row.get("route"),
                row.get("pack"),
                row.list("rxcui"));
    }

    private static Map<String, Medicine> others(
            Table table, Ingredients ingredients, Set<String> sources) {
        Map<String, Medicine> others = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            others.put(code(row, row.required("rxcui")), held(row, ingredients));
        }
        return others;
    }

    private static String code(Table.Row row, String code) {
        if (!RXNORM.matcher(code).matches()) {
            throw row.bad("'" + code + "' is no RxNorm code");
        }
        return code;
    }

    /// What holds this and is not known further.
    private static Medicine held(Table.Row row, Ingredients ingredients) {
        List<Ingredient> held =
                row.list("ingredients").stream().map(inn -> ingredients.require(row, inn)).toList();
        if (held.isEmpty()) {
            throw row.bad("no ingredients");
        }
        return held.size() == 1
                ? Medicine.bare(held.getFirst())
                : Medicine.unnamed(held.stream().map(Ingredient::inn).toList());
    }

    Optional<Medicine> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// By the whole name as it is shown, in any spelling.
    Optional<Medicine> named(String name) {
        return Optional.ofNullable(byName.get(Names.fold(name)));
    }

    /// INN of what all products of a brand hold; empty where they hold different things.
    List<String> ofBrand(String brand) {
        List<List<String>> held =
                byBrand.getOrDefault(Names.fold(brand), List.of()).stream()
                        .map(Medicine::ingredients)
                        .distinct()
                        .toList();
        return held.size() == 1 ? held.getFirst() : List.of();
    }

    /// The products with the code, or the bare ingredient that has it, or what is known of what it holds.
    List<Medicine> byCode(String rxcui) {
        List<Medicine> products = byCode.get(rxcui);
        if (products != null) {
            return List.copyOf(products);
        }
        Medicine other = others.get().get(rxcui);
        return other == null ? List.of() : List.of(other);
    }

    Collection<Medicine> all() {
        return byId.values();
    }
}
