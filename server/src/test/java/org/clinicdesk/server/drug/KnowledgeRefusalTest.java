package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.changed;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// A line that must not be used is refused with its file and line number.
class KnowledgeRefusalTest {
    private static final String RULE =
            "zz-test\ting:paracetamol\ting:folic acid\tminor\ttest\tNone.\tNothing to do."
                    + "\trapid\tprobable\t\tany\tany\tLABEL\t\n";

    @Test
    void theTestRuleItselfIsAccepted() {
        changed("ddi.tsv", text -> text + RULE);
    }

    @Test
    void aPackThatIsNoNumberAndUnit() {
        refuses(
                "products.tsv",
                "zz-test\tX 5 mg tablet\t\t5 mg\ttablet\toral\tmany\tparacetamol\t\t\tPRODUCT\t\n",
                "'many' is no number and unit of a pack");
    }

    @Test
    void unknownIngredient() {
        refusesRule(
                RULE.replace("paracetamol", "paracetamoll"), "unknown ingredient 'paracetamoll'");
    }

    @Test
    void unknownClass() {
        refusesRule(RULE.replace("ing:paracetamol", "class:gone"), "unknown class 'gone'");
    }

    @Test
    void missingSource() {
        refusesRule(RULE.replace("LABEL", ""), "no source");
    }

    @Test
    void unknownSource() {
        refusesRule(RULE.replace("LABEL", "HEARSAY"), "unknown source 'HEARSAY'");
    }

    @Test
    void unknownLevel() {
        refusesRule(RULE.replace("minor", "awful"), "unknown level 'awful'");
    }

    @Test
    void aClassWithoutMembersMatchesNoIngredient() {
        refusesRule(
                RULE.replace("ing:paracetamol", "class:penicillins"),
                "matches no ingredient: class:penicillins");
    }

    @Test
    void aRuleOfAnIngredientWithItself() {
        refusesRule(RULE.replace("folic acid", "paracetamol"), "matches no two ingredients");
    }

    @Test
    void aContextThatIsNone() {
        refusesRule(
                RULE.replace("probable\t\t", "probable\traise_if(egfr<45)\t"),
                "is no raise_to(LEVEL) if");
    }

    @Test
    void aContextThatAsksForSomethingUnknown() {
        refusesRule(
                RULE.replace("probable\t\t", "probable\traise_to(major) if mood<3\t"),
                "'mood' is no number");
    }

    @Test
    void twoEquallySpecificRulesOfDifferentLevel() {
        refusesRule(
                RULE + RULE.replace("zz-test", "zz-test2").replace("minor", "major"),
                "as specific as zz-test");
    }

    @Test
    void twoOverlappingClassRulesOfDifferentLevel() {
        String overlap =
                RULE.replace("ing:paracetamol", "class:qt_known")
                        .replace("ing:folic acid", "class:ppi");
        String other =
                overlap.replace("class:qt_known", "class:statin_cyp3a")
                        .replace("zz-test", "zz-test2");
        changed("ddi.tsv", text -> text + overlap + other.replace("minor", "major"));
        String same =
                overlap.replace("class:qt_known", "class:cyp3a_moderate_inhibitor")
                        .replace("zz-test", "zz-test2");
        refusesRule(overlap + same.replace("minor", "major"), "as specific as zz-test");
    }

    @Test
    void textOverThreeHundredCharacters() {
        refusesRule(RULE.replace("None.", "x".repeat(301)), "effect is longer than 300");
    }

    @Test
    void blanksAroundACell() {
        refusesRule(RULE.replace("None.", "None. "), "blanks around effect");
    }

    @Test
    void aCellTooFew() {
        refusesRule(RULE.replace("\tLABEL\t", "\tLABEL"), "13 cells instead of 14");
    }

    @Test
    void unsortedLines() {
        refusesRule(RULE.replace("zz-test", "aa-test"), "not sorted");
    }

    @Test
    void theSameKeyTwice() {
        refusesRule(RULE + RULE, "not sorted, or twice");
    }

    @Test
    void anExceptionToNoRule() {
        String line = "ing:zopiclone\ting:zinc sulfate\tnone\tWhy not.\tLABEL\t\n";
        refuses("ddi_override.tsv", line, "exception to no rule");
    }

    @Test
    void aSynonymOfTwoIngredients() {
        refuses(
                "ingredients.tsv",
                "zzz\tacetaminophen\t\t\t\tINN\t\n",
                "'acetaminophen' names paracetamol already");
    }

    @Test
    void anUnknownBase() {
        refuses("ingredients.tsv", "zzz\t\t\t\tgone\tINN\t\n", "unknown or circular base");
    }

    @Test
    void aMemberOfAnUnknownClass() {
        refuses("members.tsv", "zzz\tparacetamol\t-\tany\t\tLABEL\t\n", "unknown class 'zzz'");
    }

    @Test
    void anAllergyGroupThatIsNone() {
        refuses(
                "allergy.tsv",
                "zzz\tparacetamol\tclass\tpassive\tLABEL\t\n",
                "unknown class 'zzz'");
    }

    @Test
    void aDuplicateGroupWithoutMembers() {
        refuses("dup.tsv", "thiazides\t2\tmajor\tany\t\tDUP\t\n", "matches no two ingredients");
    }

    @Test
    void aProductOfAnUnknownIngredient() {
        refuses(
                "products.tsv",
                "zzz\tZzz\t\t1 mg\ttablet\toral\t\tzzz\t\t\tPRODUCT\t\n",
                "unknown ingredient 'zzz'");
    }

    @Test
    void aProductByAnUnknownRoute() {
        refuses(
                "products.tsv",
                "zzz\tZzz\t\t1 mg\ttablet\tmoon\t\tzinc sulfate\t\t\tPRODUCT\t\n",
                "unknown route 'moon'");
    }

    @Test
    void aBrandOfSomethingElse() {
        refuses("brands.tsv", "Zztest\tparacetamol\t\t\tBRAND\t\n", "'Zztest' is called so by []");
    }

    @Test
    void aCombinationCalledLikeAnIngredient() {
        refuses(
                "combinations.tsv",
                "zinc sulfate\t\tcodeine|paracetamol\tBAN\t\n",
                "names something else already");
    }

    @Test
    void aChangedHeader() {
        BadKnowledge refusal =
                assertThrows(
                        BadKnowledge.class,
                        () -> changed("dup.tsv", text -> text.replace("max_active", "maximum")));
        assertTrue(refusal.getMessage().contains("header is not"), refusal.getMessage());
    }

    private static void refusesRule(String lines, String why) {
        refuses("ddi.tsv", lines, why);
    }

    private static void refuses(String file, String lines, String why) {
        BadKnowledge refusal =
                assertThrows(BadKnowledge.class, () -> changed(file, text -> text + lines));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        String place = "(?s)" + file.replace(".", "\\.") + ":[0-9]+: .*";
        assertTrue(refusal.getMessage().matches(place), refusal.getMessage());
    }
}
