package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Knowledge;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// Substances kept under lock, by their place in the ATC: those of the conventions of 1961 and 1971 on narcotic drugs and
/// psychotropic substances.
final class Controlled {

    private static final List<String> ATC =
            List.of(
                    // opioids, also as antitussives, for anaesthesia and in dependence
                    "N02A",
                    "R05DA",
                    "N01AH",
                    "N07BC",
                    // benzodiazepines and their like, meprobamate, barbiturates
                    "N05BA",
                    "N05BC",
                    "N05CA",
                    "N05CB",
                    "N05CD",
                    "N05CF",
                    "N03AA",
                    "N03AE01",
                    // stimulants and appetite suppressants
                    "N06BA",
                    "A08AA",
                    // ketamine and esketamine
                    "N01AX03",
                    "N01AX14",
                    "N06AX27");

    private final Supplier<Knowledge> knowledge;

    Controlled(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// Whether one of the substances is. @param inn INN names
    boolean any(Collection<String> inn) {
        return inn.stream()
                .flatMap(name -> knowledge.get().ingredient(name).stream())
                .flatMap(ingredient -> ingredient.atc().stream())
                .anyMatch(code -> ATC.stream().anyMatch(code::startsWith));
    }
}
