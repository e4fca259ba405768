package org.clinicdesk.server.drug;

/// All rules, each sort read from its tables.
record Rules(
        Tables tables,
        Vocabulary vocabulary,
        Interactions interactions,
        CrossReactivity crossReactivity,
        Duplicates duplicates,
        Contraindications contraindications,
        DoseLimits doseLimits,
        Monitoring monitoring,
        Alternatives alternatives,
        Washouts washouts) {
    static Rules read(Tables tables, Vocabulary words) {
        return new Rules(
                tables,
                words,
                Interactions.read(tables, words, true),
                crossReactivity(tables, words),
                duplicates(tables, words),
                Contraindications.read(tables.of("contra.tsv"), words),
                DoseLimits.read(tables.of("dose.tsv"), words),
                Monitoring.read(tables.of("monitor.tsv"), words),
                Alternatives.read(tables.of("alternatives.tsv"), words),
                Washouts.read(tables.of("washout.tsv"), words));
    }

    private static CrossReactivity crossReactivity(Tables tables, Vocabulary words) {
        return CrossReactivity.read(
                tables.of("allergy.tsv"),
                tables.of("allergy_no.tsv"),
                words.ingredients(),
                words.classes(),
                words.sources());
    }

    private static Duplicates duplicates(Tables tables, Vocabulary words) {
        return Duplicates.read(tables.of("dup.tsv"), tables.of("dup_no.tsv"), words);
    }

    /// Reads again only what one line is a part of; what depends on its being there is not refused.
    Rules without(Table.Row row) {
        Tables less = tables.without(row);
        String file = row.file();
        boolean ddi = file.equals("ddi.tsv") || file.equals("ddi_override.tsv");
        boolean allergy = file.equals("allergy.tsv") || file.equals("allergy_no.tsv");
        boolean dup = file.equals("dup.tsv") || file.equals("dup_no.tsv");
        return new Rules(
                less,
                vocabulary,
                ddi ? Interactions.read(less, vocabulary, false) : interactions,
                allergy ? crossReactivity(less, vocabulary) : crossReactivity,
                dup ? duplicates(less, vocabulary) : duplicates,
                file.equals("contra.tsv")
                        ? Contraindications.read(less.of(file), vocabulary)
                        : contraindications,
                file.equals("dose.tsv") ? DoseLimits.read(less.of(file), vocabulary) : doseLimits,
                file.equals("monitor.tsv")
                        ? Monitoring.read(less.of(file), vocabulary)
                        : monitoring,
                file.equals("alternatives.tsv")
                        ? Alternatives.read(less.of(file), vocabulary)
                        : alternatives,
                file.equals("washout.tsv") ? Washouts.read(less.of(file), vocabulary) : washouts);
    }
}
