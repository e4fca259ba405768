package org.clinicdesk.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import javafx.application.Platform;
import javafx.scene.Node;

import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Feature;

import java.time.Clock;
import java.util.HashSet;

/// The house rules of the client; each says why.
@AnalyzeClasses(
        packages = "org.clinicdesk.client",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.clinicdesk.client.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature must be removable as a folder and a line");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther =
            slices().matching("org.clinicdesk.client.(*)..")
                    .that(featureRooms())
                    .should()
                    .notDependOnEachOther()
                    .because("they reach each other by Navigator.go(Place)");

    @ArchTest
    static final ArchRule platformStandsBelow =
            noClasses()
                    .that()
                    .resideInAPackage("..client.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..client.kit..",
                            "..client.shell..",
                            "..client.session..",
                            "..client.patient..")
                    .because("everything stands on the platform, so it stands on nothing here");

    @ArchTest
    static final ArchRule kitKnowsNoFeature =
            noClasses()
                    .that()
                    .resideInAPackage("..client.kit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..client.shell..", "..client.session..", "..client.patient..")
                    .because("a control serves every screen");

    @ArchTest
    static final ArchRule modelsKnowNoScene =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx.scene..", "javafx.stage..", "org.clinicdesk.client.kit..")
                    .because(
                            "a model is tested without the toolkit; state belongs into it, nodes"
                                    + " belong into the view");

    @ArchTest
    static final ArchRule viewsCallNobody =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Calls.class)
                    .because("a view builds nodes and binds; calls belong into the model");

    @ArchTest
    static final ArchRule oneWayToTheScreenThread =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.clinicdesk.client.platform.Threads")
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class)
                    .because(
                            "answers come back through Calls, on the right thread and only when"
                                    + " they still matter");

    @ArchTest
    static final ArchRule noInlineStyle =
            noClasses()
                    .should()
                    .callMethod(Node.class, "setStyle", String.class)
                    .because("colours and sizes live in theme/*.css, or the dark theme breaks");

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(java.time.ZonedDateTime.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(java.util.Date.class)
                    .because(
                            "today is the clinic's, and tests choose it: take the time from a "
                                    + Clock.class.getSimpleName());

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that()
                    .areStatic()
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .because("two desks in one test must not meet");

    @ArchTest
    static final ArchRule noOutputPastTheLog =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(Main.class)
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because(
                            "what happens is logged; only what starts the program may answer"
                                    + " there");

    @ArchTest
    static final ArchRule onlyTheDoorIsPublic =
            classes()
                    .that(inAFeatureRoom())
                    .and()
                    .haveSimpleNameEndingWith("Model")
                    .or()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .notBePublic()
                    .because("a feature is entered through its Feature");

    @org.junit.jupiter.api.Test
    void noTwoFeaturesHaveTheSameKey() {
        var keys = Features.ALL.stream().flatMap(feature -> feature.key().stream()).toList();
        assertEquals(new HashSet<>(keys).size(), keys.size(), keys.toString());
    }

    @org.junit.jupiter.api.Test
    void everyFeatureIsNamedAfterItsRoom() {
        Features.ALL.forEach(feature ->
                assertEquals(
                        "org.clinicdesk.client." + feature.id(),
                        feature.getClass().getPackageName()));
    }

    private static DescribedPredicate<com.tngtech.archunit.library.dependencies.Slice>
            featureRooms() {
        return DescribedPredicate.describe(
                "features",
                slice ->
                        slice.stream()
                                .noneMatch(c ->
                                        c.getPackageName()
                                                .matches(".*\\.(platform|kit|shell)(\\..*)?")));
    }

    private static DescribedPredicate<JavaClass> inAFeatureRoom() {
        return DescribedPredicate.describe(
                "in a feature's package",
                c ->
                        Features.ALL.stream()
                                .map(Feature::getClass)
                                .anyMatch(f -> f.getPackageName().equals(c.getPackageName())));
    }
}
