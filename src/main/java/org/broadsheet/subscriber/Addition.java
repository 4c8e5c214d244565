package org.broadsheet.subscriber;

/** What became of adding an address to a newsletter. */
public enum Addition {
    /** It is subscribed from now on. */
    ADDED,
    /** It was subscribed before. */
    ALREADY_THERE,
    /** It unsubscribed once, and stays so. */
    KEPT_UNSUBSCRIBED,
    /** It must not be mailed again, whatever it subscribes to. */
    SUPPRESSED
}
