package org.clinicdesk.server.drug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// The knowledge files by name, in UTF-8: what nobody looks into is not made text of.
record KnowledgeFiles(SortedMap<String, byte[]> contents) {
    /// A file: its columns, of which the first `keyColumns` are its key.
    private record Format(int keyColumns, String columns) {}

    private static final String VERSION = "version.txt";
    private static final Format TEXTS = new Format(1, "en text reviewed");
    private static final Map<String, Format> FORMATS =
            Map.ofEntries(
                    Map.entry(
                            "allergy.tsv",
                            new Format(2, "group_id member relation level source reviewed")),
                    Map.entry("allergy_no.tsv", new Format(2, "from to why source reviewed")),
                    Map.entry(
                            "alternatives.tsv",
                            new Format(3, "instead_of because offer note source reviewed")),
                    Map.entry(
                            "brands.tsv",
                            new Format(1, "brand ingredients forms strengths source reviewed")),
                    Map.entry(
                            "classes.tsv",
                            new Format(1, "class_id name synonyms parent kind source reviewed")),
                    Map.entry(
                            "combinations.tsv",
                            new Format(1, "name synonyms ingredients source reviewed")),
                    Map.entry(
                            "conditions.tsv",
                            new Format(
                                    1,
                                    "condition_id name synonyms icd10 snomed parent source"
                                            + " reviewed")),
                    Map.entry(
                            "contra.tsv",
                            new Format(
                                    1,
                                    "rule_id kind target route when level effect management"
                                            + " source reviewed")),
                    Map.entry(
                            "ddi.tsv",
                            new Format(
                                    1,
                                    "rule_id a b level mechanism_code effect management onset doc"
                                            + " context route_a route_b source reviewed")),
                    Map.entry("ddi_override.tsv", new Format(2, "a b level why source reviewed")),
                    Map.entry(
                            "dose.tsv",
                            new Format(
                                    1,
                                    "rule_id ingredient route when unit single_max daily_max"
                                            + " per_kg_single per_kg_daily interval_min_h"
                                            + " duration_max_d weekly hard_ratio level effect"
                                            + " management source reviewed")),
                    Map.entry(
                            "dup.tsv",
                            new Format(
                                    1,
                                    "group_id max_active level route_group exceptions source"
                                            + " reviewed")),
                    Map.entry("dup_no.tsv", new Format(2, "a b one_as_needed why source reviewed")),
                    Map.entry(
                            "growth.tsv",
                            new Format(1, "up_to_months heaviest_kg source reviewed")),
                    Map.entry(
                            "ingredients.tsv",
                            new Format(1, "id synonyms atc rxcui base source reviewed")),
                    Map.entry(
                            "labs.tsv",
                            new Format(
                                    1,
                                    "lab_id name synonyms loinc unit conversions source"
                                            + " reviewed")),
                    Map.entry(
                            "members.tsv",
                            new Format(
                                    2, "class_id ingredient strength route since source reviewed")),
                    Map.entry(
                            "monitor.tsv",
                            new Format(
                                    1,
                                    "rule_id target when tests before_d every_d first_d text"
                                            + " source reviewed")),
                    Map.entry(
                            "products.tsv",
                            new Format(
                                    1,
                                    "product_id name brand strength form route pack ingredients"
                                            + " rxcui atc source reviewed")),
                    Map.entry("reactions.tsv", new Format(1, "word manner source reviewed")),
                    Map.entry("rxnorm.tsv", new Format(1, "rxcui ingredients source reviewed")),
                    Map.entry(
                            "sources.tsv",
                            new Format(1, "source_id title year licence retrieved locator")),
                    Map.entry(Nomenclature.file("es"), TEXTS),
                    Map.entry(Nomenclature.file("vi"), TEXTS),
                    Map.entry(Translations.file("es"), TEXTS),
                    Map.entry(Translations.file("vi"), TEXTS),
                    Map.entry(
                            "usual.tsv",
                            new Format(
                                    1,
                                    "rule_id ingredient route when per_kg_low per_kg_high"
                                            + " times_a_day source reviewed")),
                    Map.entry(
                            "washout.tsv", new Format(2, "target with days why source reviewed")));

    static KnowledgeFiles shipped() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        FORMATS.keySet().forEach(name -> contents.put(name, resource(name)));
        contents.put(VERSION, resource(VERSION));
        return new KnowledgeFiles(contents);
    }

    static KnowledgeFiles of(SortedMap<String, String> texts) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        texts.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new KnowledgeFiles(contents);
    }

    private static byte[] resource(String name) {
        try (InputStream in = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + name)) {
            if (in == null) {
                throw new BadKnowledge(name, 0, "is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> names() {
        return FORMATS.keySet();
    }

    /// The columns of a file, in order.
    static List<String> columns(String name) {
        return Arrays.asList(format(name).columns().split(" "));
    }

    private static Format format(String name) {
        Format format = FORMATS.get(name);
        if (format == null) {
            throw new BadKnowledge(name, 0, "is no table of the knowledge");
        }
        return format;
    }

    static Table parse(String name, String text) {
        Format format = format(name);
        return Table.parse(name, text, format.keyColumns(), format.columns());
    }

    Table table(String name) {
        return parse(name, text(name));
    }

    String text(String name) {
        byte[] content = contents.get(name);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    /// The version line and a checksum of all content, so that no change goes unnoticed: "0.1-3f2a9c1b".
    String version() {
        CRC32 sum = new CRC32();
        contents.forEach((name, content) -> {
            sum.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            sum.update(content);
        });
        String hex = HexFormat.of().toHexDigits((int) sum.getValue());
        String line = text(VERSION).strip();
        return line.isEmpty() ? hex : line + "-" + hex;
    }
}
