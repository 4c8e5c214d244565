package org.broadsheet.subscriber;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.broadsheet.config.EmailAddress;

/** Gathers addresses, stores them batch by batch, and counts. Holds one batch at a time, whatever the file's size. */
final class ImportBatch {
    private static final int SIZE = 500;
    /** How much of a line that is no address is shown. */
    private static final int SHOWN = 80;

    private final SubscriberStore store;
    private final Intake intake;
    private final Consumer<RefusedLine> refusals;
    private final Map<String, EmailAddress> addresses = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private long added;
    private long alreadyThere;
    private long keptUnsubscribed;
    private long suppressed;
    private long refused;

    ImportBatch(SubscriberStore store, Intake intake, Consumer<RefusedLine> refusals) {
        this.store = store;
        this.intake = intake;
        this.refusals = refusals;
    }

    void take(long line, String field) {
        String text = field.strip();
        if (text.isEmpty()) {
            refuse(line, "no address");
        } else if (text.indexOf('\uFFFD') >= 0) {
            refuse(line, "'" + printable(text) + "' is not UTF-8 text; save the file as UTF-8");
        } else {
            takeAddress(line, text);
        }
    }

    private void takeAddress(long line, String text) {
        EmailAddress address;
        try {
            address = new EmailAddress(text);
        } catch (IllegalArgumentException e) {
            refuse(line, "'" + printable(text) + "' is not an e-mail address");
            return;
        }
        if (addresses.putIfAbsent(address.canonical(), address) != null) {
            refuseDuplicate(line, address.text());
            return;
        }
        lines.put(address.canonical(), line);
        if (addresses.size() == SIZE) {
            store();
        }
    }

    private static String printable(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    }

    private void refuse(long line, String reason) {
        refused++;
        refusals.accept(new RefusedLine(line, reason));
    }

    private void refuseDuplicate(long line, String address) {
        refuse(line, address + " stands in this file before");
    }

    ImportReport finish() {
        store();
        return new ImportReport(added, alreadyThere, keptUnsubscribed, suppressed, refused);
    }

    private void store() {
        Map<String, Addition> additions = store.addAll(intake, addresses);
        addresses.forEach((canonical, address) -> {
            Addition addition = additions.get(canonical);
            if (addition == null) {
                refuseDuplicate(lines.getOrDefault(canonical, 0L), address.text());
            } else {
                count(addition);
            }
        });
        addresses.clear();
        lines.clear();
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
