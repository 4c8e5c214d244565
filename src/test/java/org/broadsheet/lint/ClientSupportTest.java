package org.broadsheet.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.lint.ClientSupport.Feature;
import org.junit.jupiter.api.Test;

class ClientSupportTest {
    private final ClientSupport support = ClientSupport.shipped();

    @Test
    void knowsWhoLacksWhat() {
        assertThat(lacking("property:border-radius")).containsExactly("Outlook (Windows)", "GMX (web)", "WEB.DE (web)");
        assertThat(lacking("property:text-shadow"))
                .startsWith("Gmail (web, iOS, Android, mobile web)", "Outlook (Windows, macOS, iOS, Android)")
                .contains("Outlook.com")
                .hasSize(3);
        assertThat(lacking("element:table")).isEmpty();
    }

    @Test
    void whatIsForbiddenOrAllowedIsKnownAndDoubtful() {
        assertThat(ClientRule.forbidden().keySet()).allMatch(support::knows);
        assertThat(Allowances.shipped().slugs())
                .allMatch(support::knows)
                .doesNotContainAnyElementsOf(ClientRule.forbidden().keySet());
    }

    @Test
    void whatIsForbiddenAndAllowedSaysWhy() {
        assertThat(ClientRule.forbidden().values()).noneMatch(String::isBlank);
        assertThat(Resources.lines("allowed.txt")).allMatch(line -> line.matches("\\S+ \\| [a-z ]+ \\| \\S.*"));
    }

    private List<String> lacking(String use) {
        return support.feature(use).map(Feature::lacking).orElseThrow();
    }
}
