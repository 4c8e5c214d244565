package org.broadsheet.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.lint.StyleSheet.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssParserTest {
    @Test
    void rulesKnowTheAtRulesAroundThem() {
        StyleSheet sheet = CssParser.sheet("""
                a:hover{color:#000000}
                @supports (object-fit:cover){
                  @media screen and (min-width:600px){ .a , .b{ height:96px !important; width : 1px } }
                }
                p{margin:0}
                """);

        assertThat(sheet.mistakes()).isEmpty();
        assertThat(sheet.rules()).extracting(StyleRule::selector).containsExactly("a:hover", ".a , .b", "p");
        assertThat(sheet.rules().get(1)).satisfies(rule -> {
            assertThat(rule.within())
                    .containsExactly("supports (object-fit:cover)", "media screen and (min-width:600px)");
            assertThat(rule.line()).isEqualTo(3);
            assertThat(rule.declarations())
                    .containsExactly(
                            new Declaration("height", "96px", true, 3), new Declaration("width", "1px", false, 3));
        });
    }

    @Test
    void stringsAndParenthesesMayHoldSigns() {
        StyleSheet style = CssParser.attribute("font-family:'a;b}',\"c\";background:url(data:image/png;base64,AA==)");

        assertThat(style.mistakes()).isEmpty();
        assertThat(style.declarations())
                .extracting(Declaration::value)
                .containsExactly("'a;b}',\"c\"", "url(data:image/png;base64,AA==)");
    }

    @Test
    void commentsAndNestedRulesAreUses() {
        StyleSheet sheet = CssParser.sheet("/* a } */\np{color:red;a{b:c}margin:0}");

        assertThat(sheet.uses()).extracting(Spot::what).containsExactly("comment:css", "nesting:");
        assertThat(sheet.declarations()).extracting(Declaration::name).containsExactly("color", "margin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p{color}", "p{color:}", "p", "p{}}", "{color:red}", "@media screen{p{a:b}", "p{a:b", "p{a b:c}"
            })
    void whatABrowserPassesOverIsAMistake(String css) {
        assertThat(CssParser.sheet(css).mistakes()).isNotEmpty();
    }
}
