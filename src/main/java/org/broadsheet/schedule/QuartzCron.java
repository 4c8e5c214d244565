package org.broadsheet.schedule;

import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.config.Syntax;
import org.quartz.CronExpression;

/** Quartz's own rules for cron expressions. */
public final class QuartzCron implements Syntax {
    private static final Pattern FIVE_FIELDS = Pattern.compile("\\S+(\\s+\\S+){4}");

    @Override
    public Optional<String> problem(String expression) {
        if (FIVE_FIELDS.matcher(expression.strip()).matches()) {
            return Optional.of("a cron expression of Unix; Quartz wants the seconds first and ? for one of the two day"
                    + " fields, such as 0 0 7 ? * MON-FRI");
        }
        try {
            CronExpression.validateExpression(expression);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
