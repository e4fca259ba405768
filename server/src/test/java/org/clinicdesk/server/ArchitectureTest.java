package org.clinicdesk.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.clinicdesk.server.platform.Feature;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/// The rules of the house. Each message says what to do instead.
@AnalyzeClasses(packages = "org.clinicdesk.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.clinicdesk.server";
    private static final DescribedPredicate<HasName> DOOR =
            nameMatching(".*(Api|Feature|Protos|Lines|People|Wishes)(\\$.*)?")
                    .as("translate the contract");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching(ROOT + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "a feature calls downwards only; upwards it publishes an event or takes"
                                    + " a function");

    @ArchTest
    static final ArchRule thePlatformKnowsNoFeature =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".platform..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(ROOT + "..")
                                    .and(not(resideInAnyPackage(ROOT + ".platform.."))))
                    .because("the pipeline serves every feature alike; give it a function instead");

    @ArchTest
    static final ArchRule theContractIsTranslatedAtTheDoor =
            noClasses()
                    .that(
                            resideInAnyPackage(ROOT + "..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + ".platform..",
                                                            ROOT + ".watch..")))
                                    .and(not(DOOR)))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.clinicdesk.*.v1..")
                                    .and(not(resideInAnyPackage("org.clinicdesk.options.."))))
                    .because(
                            "generated types belong in XApi, XFeature and XProtos (what other"
                                    + " features show of this one)");

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("tests move the clock: take a " + Clock.class.getName());

    @ArchTest
    static final ArchRule nothingStaticChanges =
            noFields()
                    .that()
                    .areStatic()
                    .should()
                    .notBeFinal()
                    .because(
                            "two servers run in one process in the tests, and more than one thread"
                                    + " everywhere");

    @ArchTest
    static final ArchRule onlyThePlatformRunsThreads =
            noClasses()
                    .that(
                            resideInAnyPackage(ROOT + "..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + ".platform..",
                                                            ROOT + ".watch..",
                                                            ROOT + ".command.."))))
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(java.util.concurrent.Executor.class)
                    .because("a feature answers a call; the pipeline owns the threads");

    @ArchTest
    static final ArchRule aFeatureIsADoor =
            classes()
                    .that()
                    .implement(Feature.class)
                    .should()
                    .haveSimpleNameEndingWith("Feature")
                    .andShould()
                    .bePublic()
                    .because("a reader finds the door of a feature by its name");
}
