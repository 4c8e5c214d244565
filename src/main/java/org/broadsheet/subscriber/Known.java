package org.broadsheet.subscriber;

/** What the store knows of an address that is to be added. */
record Known(String state, String source, long since) {
    static final Known SUPPRESSED = new Known("suppressed", "", 0);

    /** Deleting all their data was a reader's last word, too. */
    static final Known FORGOTTEN = new Known("unsubscribed", "", 0);

    /** An address that unsubscribed and is suppressed counts as unsubscribed: that was its reader's own word. */
    static Known ofBoth(Known subscription, Known suppression) {
        return subscription.state.equals("unsubscribed") ? subscription : suppression;
    }

    boolean isOf(Intake intake) {
        return state.equals("confirmed") && source.equals(intake.source()) && since == intake.since();
    }

    boolean mayBeAdded() {
        return state.equals("removed");
    }

    Addition addition() {
        return switch (state) {
            case "confirmed" -> Addition.ALREADY_THERE;
            case "removed" -> Addition.ADDED;
            case "suppressed" -> Addition.SUPPRESSED;
            default -> Addition.KEPT_UNSUBSCRIBED;
        };
    }
}
