package auralis.app;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house. */
@AnalyzeClasses(packages = "auralis", importOptions = DoNotIncludeTests.class)
class HouseTest {
    private static final String[] LINES = {
        "javax.sound.sampled.SourceDataLine",
        "javax.sound.sampled.TargetDataLine",
        "javax.sound.sampled.Clip",
        "javax.sound.sampled.DataLine",
        "javax.sound.sampled.Line",
        "javax.sound.sampled.Mixer"
    };

    @ArchTest
    static final ArchRule DSP_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("auralis.dsp..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "auralis.library..",
                            "auralis.app..",
                            "javafx..",
                            "javax.sound..",
                            "java.sql..",
                            "java.nio.file..",
                            "java.util.logging..",
                            "java.awt..");

    @ArchTest
    static final ArchRule LIBRARY_HAS_NO_WINDOW =
            noClasses()
                    .that()
                    .resideInAPackage("auralis.library..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("auralis.app..", "javafx..");

    @ArchTest
    static final ArchRule SQL_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("auralis.library.db..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "com.j256.ormlite..");

    @ArchTest
    static final ArchRule PLATFORM_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("auralis.app.fx..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule SOUND_LINES_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("auralis.app.platform..")
                    .should()
                    .dependOnClassesThat(are(anyOf(LINES)));

    @ArchTest
    static final ArchRule THE_BUS_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("auralis.app.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.freedesktop..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("auralis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TEXTBOOK_NAMES =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base|Data|Info)");

    @ParameterizedTest
    @ValueSource(strings = {"../dsp-core", "../library", "."})
    void everyPackageSaysWhatItIsFor(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            List<Path> silent =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                            .toList();
            assertThat(silent).as("packages without a package-info").isEmpty();
        }
    }

    /** Conditions of JUnit are not inherited; without one, mvn verify fails where there is none. */
    @Test
    void testsThatNeedTheSoundServerSaySo() {
        classes()
                .that()
                .areAssignableTo("auralis.app.shell.PulseWindowTestCase")
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .beAnnotatedWith(EnabledIfEnvironmentVariable.class)
                .check(new ClassFileImporter().importPath("target/test-classes/auralis/app"));
    }

    private static DescribedPredicate<JavaClass> anyOf(String... names) {
        List<String> wanted = List.of(names);
        return DescribedPredicate.describe(
                "lines of javax.sound", type -> wanted.contains(type.getFullName()));
    }
}
