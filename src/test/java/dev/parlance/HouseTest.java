package dev.parlance;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The house's arrows: which package may see which. `ARCHITECTURE.md` draws them.
class HouseTest {
    private static final String ROOT = "dev.parlance.";
    private static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.parlance");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    conversation |
                    problem      |
                    query        | conversation
                    journal      | conversation, problem
                    index        | conversation, query, journal
                    clock        | conversation, query, journal
                    tenant       | conversation, query, journal, problem
                    responder    | conversation, query, journal, clock, problem
                    understanding | conversation, query, journal, clock, responder, problem
                    store        | conversation, query, journal, clock, tenant, responder, problem
                    http         | conversation, tenant, problem
                    intake       | conversation, query, journal, problem
                    dialect      | conversation, query, journal, tenant, problem, http, intake
                    command      | conversation, query, journal, clock, tenant, responder, understanding, problem, http, store, index, intake
                    """)
    void aPackageSeesOnlyThoseBelowIt(String own, String below) {
        String[] allowed = below == null ? new String[0] : below.split(", ");
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + own + "..")
                .should()
                .dependOnClassesThat(ours(own, allowed))
                .check(HOUSE);
    }

    @Test
    void noVendorSeesAnother() {
        slices().matching("dev.parlance.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
    }

    @Test
    void onlyOurOwnDialectTakesImports() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + "dialect..")
                .and()
                .resideOutsideOfPackage(ROOT + "dialect.parlance")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "intake..")
                .check(HOUSE);
    }

    @Test
    void onlyMainKnowsWhichVendorsThereAre() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "dialect..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "Main")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "dialect.*..")
                .check(HOUSE);
    }

    @Test
    void onlyTheStoreSeesJdbc() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "com.zaxxer..",
                        "org.flywaydb..",
                        "com.github.kagkarlsson..")
                .check(HOUSE);
    }

    @Test
    void onlyTheHttpPackageSeesTheWebServer() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(HOUSE);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.parlance.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> ours(String own, String[] allowed) {
        return DescribedPredicate.describe(
                "are ours and not below " + own,
                each -> each.getPackageName().startsWith("dev.parlance")
                        && !isIn(each, own)
                        && Arrays.stream(allowed).noneMatch(below -> isIn(each, below)));
    }

    private static boolean isIn(JavaClass each, String name) {
        String there = each.getPackageName();
        return there.equals(ROOT + name) || there.startsWith(ROOT + name + ".");
    }
}
