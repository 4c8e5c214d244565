package org.broadsheet.subscriber;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file of addresses that is to be imported.
 *
 * @param file CSV
 * @param newsletter the id of the newsletter that they are subscribed to
 * @param source where their consent came from; kept with each subscription as its proof
 * @param columns which column of the file holds what, by the names in its first line; see {@link Columns}
 */
public record ImportOrder(Path file, String newsletter, String source, Map<String, String> columns) {
    public ImportOrder {
        columns = Map.copyOf(columns);
        if (source.isBlank()) {
            throw new IllegalArgumentException("without a source, there is no proof of consent");
        }
    }

    /** The file's columns {@code email} and {@code name}; its name is the source. */
    public static ImportOrder of(Path file, String newsletter) {
        return new ImportOrder(file, newsletter, sourceOf(file), Map.of());
    }

    /** What is noted as the source when nobody says more. */
    public static String sourceOf(Path file) {
        return "import:" + file.getFileName();
    }
}
