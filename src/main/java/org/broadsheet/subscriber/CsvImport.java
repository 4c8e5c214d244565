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
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.Failure;

/**
 * Imports addresses from a CSV file (RFC 4180): UTF-8, fields separated by commas or semicolons, a header line with a
 * column {@code email}; other columns are left alone.
 *
 * <p>The file is read as a stream and stored in batches, each its own transaction: an import that was cut short is
 * simply started again.
 */
public final class CsvImport {
    /** An e-mail address has 254 characters; whoever needs a thousand times that has no list of addresses. */
    private static final int LONGEST_LINE = 256 * 1024;

    private static final char BOM = '\uFEFF';

    private final SubscriberStore store;

    /** An import into that store. */
    public CsvImport(SubscriberStore store) {
        this.store = store;
    }

    /**
     * Subscribes the file's addresses to a newsletter.
     *
     * @param refused gets each line that was not imported, while the file is read
     * @throws Failure when the file cannot be read as CSV with a column {@code email}; what was stored before stays
     */
    public ImportReport run(Path file, String newsletter, Consumer<RefusedLine> refused) {
        Intake intake = store.intake(newsletter, "import:" + file.getFileName());
        try (BufferedReader text = open(file);
                CsvReader<CsvRecord> records = reader(text)) {
            return read(file, records.iterator(), new ImportBatch(store, intake, refused));
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

    /** Spreadsheets of many languages write semicolons; the header says which it is. */
    private static char separator(BufferedReader text) throws IOException {
        int longest = 32 * 1024;
        text.mark(longest);
        char[] start = new char[longest];
        int length = Math.max(text.read(start, 0, longest), 0);
        text.reset();
        String header = new String(start, 0, length).lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private static ImportReport read(Path file, Iterator<CsvRecord> records, ImportBatch batch) {
        int column = records.hasNext() ? column(file, records.next().getFields()) : -1;
        if (column < 0) {
            throw new Failure(file + ": is empty; its first line must name the columns, one of them `email`");
        }
        while (records.hasNext()) {
            CsvRecord line = records.next();
            batch.take(line.getStartingLineNumber(), column < line.getFieldCount() ? line.getField(column) : "");
        }
        return batch.finish();
    }

    private static int column(Path file, List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase("email")) {
                return i;
            }
        }
        throw new Failure(file + ":1: no column `email`; the first line names "
                + String.join(", ", names.stream().limit(10).toList()) + "; name the column of the addresses `email`");
    }
}
