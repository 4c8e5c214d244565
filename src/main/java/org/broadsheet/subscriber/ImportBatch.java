package org.broadsheet.subscriber;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** Gathers addresses, stores them batch by batch, and counts. Holds one batch at a time, whatever the file's size. */
final class ImportBatch {
    /** Each transaction writes every page of an index that it touches, so few large ones write less than many small ones. */
    private static final int SIZE = 5000;
    /** How much of a line that is no address is shown. */
    private static final int SHOWN = 80;

    private final Taking taking;
    private final CsvImport.Listener listener;
    private final Map<String, Newcomer> newcomers = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private long read;
    private long added;
    private long alreadyThere;
    private long keptUnsubscribed;
    private long suppressed;
    private long refused;

    ImportBatch(Taking taking, CsvImport.Listener listener) {
        this.taking = taking;
        this.listener = listener;
    }

    void take(long line, String field, Optional<String> name) {
        read++;
        String text = field.strip();
        if (text.isEmpty()) {
            refuse(line, "no address");
        } else if (text.indexOf('\uFFFD') >= 0) {
            refuse(line, "'" + printable(text) + "' is not UTF-8 text; save the file as UTF-8");
        } else {
            takeAddress(line, text, name);
        }
    }

    private void takeAddress(long line, String text, Optional<String> name) {
        EmailAddress address;
        try {
            address = new EmailAddress(text);
        } catch (IllegalArgumentException e) {
            refuse(line, "'" + printable(text) + "' is not an e-mail address");
            return;
        }
        Newcomer newcomer = new Newcomer(address, name.filter(ImportBatch::isText));
        if (newcomers.putIfAbsent(address.canonical(), newcomer) != null) {
            refuseDuplicate(line, address.text());
            return;
        }
        lines.put(address.canonical(), line);
        if (newcomers.size() == SIZE) {
            store();
        }
    }

    private static boolean isText(String name) {
        return name.indexOf('\uFFFD') < 0;
    }

    private static String printable(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    }

    private void refuse(long line, String reason) {
        refused++;
        listener.refused(new RefusedLine(line, reason));
    }

    private void refuseDuplicate(long line, String address) {
        refuse(line, address + " stands in this file before");
    }

    ImportReport finish() {
        store();
        return new ImportReport(added, alreadyThere, keptUnsubscribed, suppressed, refused);
    }

    private void store() {
        Map<String, Addition> additions = newcomers.isEmpty() ? Map.of() : taking.take(newcomers);
        newcomers.forEach((canonical, newcomer) -> {
            Addition addition = additions.get(canonical);
            if (addition == null) {
                refuseDuplicate(
                        lines.getOrDefault(canonical, 0L), newcomer.address().text());
            } else {
                count(addition);
            }
        });
        newcomers.clear();
        lines.clear();
        listener.done(read);
    }

    private void count(Addition addition) {
        switch (addition) {
            case ADDED -> added++;
            case ALREADY_THERE -> alreadyThere++;
            case KEPT_UNSUBSCRIBED -> keptUnsubscribed++;
            case SUPPRESSED -> suppressed++;
        }
    }
}
