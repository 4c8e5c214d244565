package org.broadsheet.cli;

import java.io.PrintStream;

/** How subscriptions are written, named as on the command line. */
enum ListFormat {
    table,
    csv,
    json;

    ListWriter writer(PrintStream out) {
        return switch (this) {
            case table -> new TableListWriter(out);
            case csv -> new CsvListWriter(out);
            case json -> new JsonListWriter(out);
        };
    }
}
