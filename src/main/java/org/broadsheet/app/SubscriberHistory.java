package org.broadsheet.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.DeliveryHistoryStore;
import org.broadsheet.delivery.DeliveryHistoryStore.PastDelivery;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.subscriber.Happening;
import org.broadsheet.subscriber.HistoryStore;
import org.broadsheet.subscriber.HistoryStore.History;

/** Puts together what every part of the program knows of an address. */
public final class SubscriberHistory {
    private static final int DELIVERIES = 100;

    private final HistoryStore histories;
    private final DeliveryHistoryStore deliveries;

    SubscriberHistory(HistoryStore histories, DeliveryHistoryStore deliveries) {
        this.histories = histories;
        this.deliveries = deliveries;
    }

    /** All that is known of an address, its happenings oldest first; of its deliveries the newest hundred. */
    public History of(EmailAddress address) {
        History history = histories.of(address);
        List<Happening> happenings = new ArrayList<>(history.happenings());
        history.id()
                .map(id -> deliveries.of(id, DELIVERIES))
                .orElse(List.of())
                .forEach(delivery -> happenings.add(happening(delivery)));
        happenings.sort(Comparator.comparing(Happening::at));
        return new History(history.id(), history.name(), history.subscriptions(), happenings);
    }

    private static Happening happening(PastDelivery delivery) {
        String tries = delivery.attempts() > 1 ? " (" + delivery.attempts() + " attempts)" : "";
        String reply = delivery.state() == DeliveryState.SENT
                ? ""
                : delivery.reply().map(text -> ": " + text).orElse("");
        return new Happening(
                delivery.at(),
                delivery.state().stored() + ' ' + delivery.newsletter(),
                "“" + delivery.subject() + "”" + tries + reply);
    }
}
