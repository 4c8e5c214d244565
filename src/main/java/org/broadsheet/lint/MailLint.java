package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what would be wrong with a mail once it is sent: what mail programs do not understand, sizes, pictures without a text,
 * contrast, language, roles of tables, links, scripts, and broken HTML and CSS.
 */
public final class MailLint {
    private final List<Rule> rules;

    /** A lint with all its rules, which reads the tables they need. */
    public MailLint() {
        this.rules = List.of(
                new MarkupRule(),
                new ClientRule(ClientSupport.shipped(), Allowances.shipped()),
                new SizeRule(),
                new PictureRule(),
                new ContrastRule(),
                new LanguageRule(),
                new RoleRule(),
                new LinkRule(),
                new ScriptRule());
    }

    /** What is wrong with the mail, by rule; what many elements share is told once. */
    public List<Finding> look(Source source) {
        Mail mail = new Mail(source);
        Set<Told> told = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            rule.look(mail)
                    .filter(finding -> told.add(new Told(finding.rule(), finding.what(), finding.template())))
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    }

    private record Told(String rule, String what, Optional<String> template) {}
}
