package org.broadsheet.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a mail server that refuses everything from readers who are refused.
 *
 * <p>Refusals are held back while no mail is taken. When one is, they were about their readers, and are final. When none
 * is for a while, the server is to blame, and the deliveries are kept for later. Safe for use by many threads.
 */
final class Breaker {
    /** So many refusals in a row are not chance. */
    static final int IN_A_ROW = 20;

    private final List<Refusal> held = new ArrayList<>();
    private boolean tripped;

    /** Holds back a refusal; returns whether by now the server refuses everything. */
    synchronized boolean refused(Refusal refusal) {
        held.add(refusal);
        tripped |= held.size() >= IN_A_ROW;
        return tripped;
    }

    /** A server took a mail; returns the refusals that are final now. */
    synchronized List<Refusal> accepted() {
        return tripped ? List.of() : rest();
    }

    synchronized boolean isTripped() {
        return tripped;
    }

    /** Gives out what is still held back. */
    synchronized List<Refusal> rest() {
        List<Refusal> rest = List.copyOf(held);
        held.clear();
        return rest;
    }
}
