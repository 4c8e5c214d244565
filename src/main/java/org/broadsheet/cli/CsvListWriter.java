package org.broadsheet.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.broadsheet.subscriber.ListedSubscription;

/** CSV (RFC 4180) with a line of names, as {@code subscribers import} reads it. */
final class CsvListWriter implements ListWriter {
    private final CsvWriter csv;

    CsvListWriter(PrintStream out) {
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord("email", "name", "newsletter", "state", "since", "source", "reason");
    }

    @Override
    public void write(ListedSubscription subscription) {
        csv.writeRecord(
                subscription.email(),
                harmless(subscription.name().orElse("")),
                subscription.newsletter(),
                subscription.state(),
                subscription.since().toString(),
                harmless(subscription.source()),
                harmless(subscription.reason().orElse("")));
    }

    /** What strangers wrote must not become a formula in somebody's spreadsheet. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
