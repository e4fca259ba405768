package org.clinicdesk.server.drug;

import java.util.Locale;
import java.util.stream.Stream;

/// The knowledge in the language of who reads: what was written, signed or found in another one is called here as he calls
/// it. What nobody knows stands as it was written.
public final class Spoken {
    private final Knowledge knowledge;
    private final Locale language;

    Spoken(Knowledge knowledge, Locale language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    /// What a medicine is called.
    ///
    /// @param id "product:..." or "ing:..."; empty for a medicine that the knowledge does not have
    /// @param text as it was written: what stands behind the name of an ingredient, as a strength, stays
    public String medicine(String id, String text) {
        return knowledge
                .medicine(id)
                .map(it -> id.startsWith("ing:") ? bare(it, text) : name(it))
                .orElse(text);
    }

    private String bare(Medicine ingredient, String text) {
        return knowledge
                .namesOf(ingredient)
                .filter(name -> begins(text, name))
                .map(name -> name(ingredient) + text.substring(name.length()))
                .findFirst()
                .orElse(text);
    }

    private static boolean begins(String text, String name) {
        return text.regionMatches(true, 0, name, 0, name.length())
                && (text.length() == name.length() || text.charAt(name.length()) == ' ');
    }

    /// What a medicine of the knowledge is called.
    public String name(Medicine medicine) {
        return knowledge.names(language).name(medicine);
    }

    /// What an ingredient is called; any other text stands as it is.
    public String name(String inn) {
        return knowledge.isIngredient(inn) ? knowledge.names(language).say(inn) : inn;
    }

    /// What the checks found, whichever language it was said in. Ingredients stay INN, for they are looked up.
    public Finding said(Finding finding) {
        return finding.said(
                text -> knowledge.isIngredient(text) ? text : knowledge.said(text, language));
    }

    /// INN of what is found, where it is an ingredient; else empty.
    public String inn(String text) {
        return Stream.of(text).filter(knowledge::isIngredient).findFirst().orElse("");
    }
}
