package org.broadsheet.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.Failure;

/**
 * Imports addresses from a CSV file (RFC 4180): UTF-8, fields separated by commas, semicolons or tabs, a first line that
 * names the {@link Columns}; other columns are left alone.
 *
 * <p>The file is read as a stream and stored in batches, each its own transaction: an import that was cut short is
 * simply started again, and finds what it did as already there.
 */
public final class CsvImport {
    /** An e-mail address has 254 characters; whoever needs a thousand times that has no list of addresses. */
    private static final int LONGEST_LINE = 256 * 1024;

    private static final char BOM = '\uFEFF';

    private final SubscriberStore store;
    private final RehearsalStore rehearsals;

    /** An import into that store. */
    public CsvImport(SubscriberStore store) {
        this.store = store;
        this.rehearsals = store.rehearsals();
    }

    /** Hears how an import goes on. */
    public interface Listener {
        /** A line was not imported. */
        void refused(RefusedLine line);

        /** So many lines are stored, or were left out, for good. */
        default void done(long lines) {}
    }

    /**
     * Subscribes the file's addresses to a newsletter.
     *
     * @throws Failure when the file cannot be read as CSV, or a column is not there; what was stored before stays
     */
    public ImportReport run(ImportOrder order, Listener listener) {
        Intake intake = store.intake(order.newsletter(), order.source());
        return read(order, new ImportBatch(newcomers -> store.addAll(intake, newcomers), listener));
    }

    /**
     * Finds out what {@link #run} would do, and does nothing.
     *
     * @throws Failure as {@link #run} would
     */
    public ImportReport rehearse(ImportOrder order, Listener listener) {
        Intake intake = store.intake(order.newsletter(), order.source());
        return rehearsals.rehearse(intake, taking -> read(order, new ImportBatch(taking, listener)));
    }

    private static ImportReport read(ImportOrder order, ImportBatch batch) {
        Path file = order.file();
        try (BufferedReader text = open(file);
                CsvReader<CsvRecord> records = reader(text)) {
            return read(order, records.iterator(), batch);
        } catch (NoSuchFileException e) {
            throw new Failure(file + ": there is no such file", e);
        } catch (CsvParseException e) {
            throw new Failure(file + ": " + reason(e) + "; what stands before it was imported", e);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }

    /** Bytes that are not UTF-8 become U+FFFD, so that only their line is refused. */
    private static BufferedReader open(Path file) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 64 * 1024);
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    private static CsvReader<CsvRecord> reader(BufferedReader text) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text);
    }

    /** Spreadsheets of many languages write semicolons, and some tabs; the first line says which it is. */
    private static char separator(BufferedReader text) throws IOException {
        int longest = 32 * 1024;
        text.mark(longest);
        char[] start = new char[longest];
        int length = Math.max(text.read(start, 0, longest), 0);
        text.reset();
        String first = new String(start, 0, length).lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(separator -> count(first, separator)))
                .filter(separator -> count(first, separator) > 0)
                .orElse(',');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static ImportReport read(ImportOrder order, Iterator<CsvRecord> records, ImportBatch batch) {
        if (!records.hasNext()) {
            throw new Failure(order.file() + ": is empty; its first line must name the columns, one of them `email`");
        }
        CsvRecord first = records.next();
        Columns columns = Columns.of(order, first.getFields());
        if (!columns.headed()) {
            take(columns, first, batch);
        }
        records.forEachRemaining(line -> take(columns, line, batch));
        return batch.finish();
    }

    private static void take(Columns columns, CsvRecord line, ImportBatch batch) {
        List<String> fields = line.getFields();
        batch.take(line.getStartingLineNumber(), columns.email(fields), columns.name(fields));
    }
}
