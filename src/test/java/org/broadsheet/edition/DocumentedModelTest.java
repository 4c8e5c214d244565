package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/templates.md promises to those who write templates is there, and what is there is promised. */
class DocumentedModelTest {
    private static final Path DOCUMENT = Path.of("docs/templates.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> OF_EVERY_RECORD = Set.of("toString", "hashCode", "equals");

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("`digest`", DigestView.class),
                Arguments.of("The look", LookView.class),
                Arguments.of("A glance line", GlanceView.class),
                Arguments.of("A section", SectionView.class),
                Arguments.of("A story", StoryView.class),
                Arguments.of("Another source", SourceLink.class),
                Arguments.of("The footer", FooterView.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyVariableIsDocumentedAndEveryDocumentedVariableIsThere(String heading, Class<?> model) throws Exception {
        List<String> there = Stream.of(model.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !OF_EVERY_RECORD.contains(name))
                .toList();

        assertThat(documented(heading)).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyShippedTemplateIsListed() throws Exception {
        String table = section("# Templates");
        try (Stream<Path> files = Files.walk(RenderFixture.SHIPPED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RenderFixture.SHIPPED.relativize(file).toString())
                            .filter(name -> !name.startsWith("web/") && !name.startsWith("messages/")))
                    .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
        }
    }

    private static List<String> documented(String heading) throws Exception {
        return section("### " + heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        CODE.matcher(line.substring(0, line.indexOf('|', 1))).results())
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1))
                .toList();
    }

    private static String section(String heading) throws Exception {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = text.indexOf("\n#", start + heading.length());
        return text.substring(start, end);
    }
}
