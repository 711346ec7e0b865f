package riskmap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house plan as code: which package may import which, and which libraries are let in where. */
class ArchitectureTest {
    private static final JavaClasses CLASSES;

    static {
        // the rules ask for names of packages only: what the libraries and Java look like inside need not be read
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("riskmap");
    }

    /** Package → the packages of ours it may import, load → edit → overlay → risk → style → compose → print → report. */
    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("base", List.of());
        MAY_IMPORT.put("geo", List.of("base"));
        MAY_IMPORT.put("data", List.of("base", "geo"));
        MAY_IMPORT.put("io", List.of("base", "geo", "data"));
        MAY_IMPORT.put("edit", List.of("base", "geo", "data"));
        MAY_IMPORT.put("analysis", List.of("base", "geo", "data"));
        MAY_IMPORT.put("risk", List.of("base", "geo", "data", "analysis"));
        MAY_IMPORT.put("style", List.of("base", "geo", "data"));
        MAY_IMPORT.put("map", List.of("base", "geo", "data", "style"));
        MAY_IMPORT.put("render", List.of("base", "geo", "data", "style", "map"));
        MAY_IMPORT.put("print", List.of("base", "geo", "data", "style", "map", "render"));
        MAY_IMPORT.put("report", List.of("base", "geo", "data", "risk", "map", "print"));
        MAY_IMPORT.put(
                "app",
                List.of(
                        "base",
                        "geo",
                        "data",
                        "io",
                        "edit",
                        "analysis",
                        "risk",
                        "style",
                        "map",
                        "render",
                        "print",
                        "report"));
        MAY_IMPORT.put(
                "ui",
                List.of(
                        "base",
                        "geo",
                        "data",
                        "io",
                        "edit",
                        "analysis",
                        "risk",
                        "style",
                        "map",
                        "render",
                        "print",
                        "report",
                        "app"));
        MAY_IMPORT.put("cli", List.of("base", "app"));
    }

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatStandsAboveThem() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String[] allowed = Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())
                            .map(name -> "riskmap." + name + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("riskmap." + entry.getKey() + "..")
                            .should()
                            .dependOnClassesThat(resideInAPackage("riskmap..")
                                    .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(allowed))))
                            .because("the package line is the user's workflow; siblings never see each other")
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void onlyMainSeesBothFrontDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages("riskmap.ui..", "riskmap.cli..")
                .and()
                .doNotHaveFullyQualifiedName("riskmap.Main")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("riskmap.ui..", "riskmap.cli..")
                .because("every feature exists without a window")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("riskmap.(*)..")
                .should()
                .beFreeOfCycles()
                .because("cycles appear wherever no test forbids them")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geo", "data", "io", "edit", "analysis", "risk", "risk.model", "app", "ui"})
    void roomsOfAPackageFormNoCycle(String name) {
        slices().matching("riskmap." + name + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("what belongs together lies together, and can be read by itself")
                .check(CLASSES);
    }

    @Test
    void librariesAreLetInOnlyWhereTheyBelong() {
        only("javafx..", "riskmap.ui..", "the toolkit stays in the window");
        only("picocli..", "riskmap.cli..", "the option parser stays in the command line");
        only("org.sqlite..", "riskmap.data.gpkg..", "one hardened opener owns every SQLite file");
        only("org.apache.pdfbox..", "riskmap.print..", "PDF is a matter of the page");
        noClasses()
                .that()
                .resideOutsideOfPackage("riskmap.data.gpkg..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.sql..")
                .because("one store owns the database")
                .check(CLASSES);
    }

    @Test
    void kernelsKnowNoDrawingToolkit() {
        noClasses()
                .that()
                .resideInAnyPackage("riskmap.geo..", "riskmap.base..", "riskmap.edit..", "riskmap.risk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .because("numbers do not depend on how they are drawn")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void rowsAreEditedThroughTheSessionAndItsRulesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("riskmap.edit..", "riskmap.data..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                                                "riskmap.data.gpkg.EditJournal")))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        "commit|append|undo|redo"))))
                .because("form, table, fill, paste and import meet the same rules: no way round them exists")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("riskmap.ui..", "riskmap.cli..", "riskmap.app.rows..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.geotools.api.data.SimpleFeatureStore")
                .because("rows that people edit have one door")
                .check(CLASSES);
    }

    @Test
    void openedFilesNeverBecomeObjectsOrCode() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .because("an opened file never runs code")
                .check(CLASSES);
    }

    @Test
    void namesSayTheRole() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
                .orShould()
                .haveNameMatching("riskmap\\..*\\.Abstract[A-Z]\\w*$")
                .because("types are nouns whose suffix says the role (house plan)")
                .check(CLASSES);
    }

    private static void only(String library, String home, String reason) {
        classes()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(library)))
                .because(reason)
                .check(CLASSES);
    }
}
