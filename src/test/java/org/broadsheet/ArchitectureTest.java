package org.broadsheet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the dependency rules of docs/architecture.md. */
// Reading the classes takes longer than all the rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** In the order the data flows: a stage may import those before it. */
    private static final List<String> FLOW = List.of(
            "config",
            "feed",
            "article",
            "topic",
            "story",
            "image",
            "edition",
            "subscriber",
            "mail",
            "pace",
            "delivery",
            "bounce");

    private static final List<String> PACKAGES = Stream.concat(
                    FLOW.stream(), Stream.of("net", "store", "lint", "reply", "schedule", "web", "cli", "app"))
            .toList();

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.broadsheet");

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.broadsheet.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void aStageImportsNoLaterStageAndNoEdge() {
        for (int i = 0; i < FLOW.size(); i++) {
            Stream<String> later = FLOW.subList(i + 1, FLOW.size()).stream();
            String[] forbidden = packages(Stream.concat(later, Stream.of("schedule", "web", "cli", "app")));
            noClasses()
                    .that()
                    .resideInAPackage(in(FLOW.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void storeNetLintAndReplyKnowNothingOfTheDomain() {
        List<String> tools = List.of("net", "store", "lint", "reply");
        Stream<String> domain = PACKAGES.stream().filter(name -> !tools.contains(name));
        String[] forbidden = packages(domain);
        noClasses()
                .that()
                .resideInAnyPackage(packages(tools.stream()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(classes);
    }

    @Test
    void scheduleKnowsTheConfigurationAndNoStage() {
        Stream<String> others = PACKAGES.stream().filter(name -> !name.equals("config") && !name.equals("schedule"));
        noClasses()
                .that()
                .resideInAPackage(in("schedule"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others))
                .check(classes);
    }

    @Test
    void onlyTheCommandLineImportsTheComposition() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("cli"), in("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("app"), in("cli"))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(in("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("cli"))
                .check(classes);
    }

    static Stream<ArchRule> libraryRooms() {
        return Stream.of(
                room("org.quartz", "schedule"),
                room("jakarta.mail", "mail", "delivery", "bounce"),
                room("com.amazon.corretto", "mail"),
                room("com.rometools", "feed"),
                room("org.thymeleaf", "edition", "web"),
                room("io.javalin", "web"),
                room("io.prometheus", "web"),
                room("picocli", "cli"),
                room("ch.qos.logback", "cli"),
                room("okhttp3", "net", "feed"),
                room("crawlercommons", "net"),
                room("org.apache.lucene", "topic", "story"),
                room("net.coobird", "image"),
                room("com.twelvemonkeys", "image"),
                room("javax.imageio", "image"));
    }

    @ParameterizedTest
    @MethodSource("libraryRooms")
    void aLibraryLivesInOneRoom(ArchRule rule) {
        rule.check(classes);
    }

    @Test
    void sqlIsWrittenInStoresOnly() {
        noClasses()
                .that(not(resideInAnyPackage(in("store"))).and(not(simpleNameEndingWith("Store"))))
                .and()
                .haveNameNotMatching(".*Store\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "javax.sql..")
                .check(classes);
    }

    @Test
    void nobodyReadsTheClockButThroughWhatIsHandedIn() {
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
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(in("app"), in("cli"))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineReadsTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("cli"))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(classes);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        for (String name : PACKAGES) {
            assertThat(Path.of("src/main/java/org/broadsheet", name, "package-info.java"))
                    .content()
                    .matches("(?s)/\\*\\* \\S.*?\\. \\*/\n@NullMarked\npackage .*");
        }
        assertThat(Path.of("src/main/java/org/broadsheet")).isDirectoryNotContaining(ArchitectureTest::isUnknown);
    }

    private static boolean isUnknown(Path path) {
        return Files.isDirectory(path) && !PACKAGES.contains(path.getFileName().toString());
    }

    private static ArchRule room(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(Stream.of(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..");
    }

    private static String in(String name) {
        return "org.broadsheet." + name + "..";
    }

    private static String[] packages(Stream<String> names) {
        return names.map(ArchitectureTest::in).toArray(String[]::new);
    }
}
