package org.broadsheet.reply;

/** Whether trying again makes sense. Not the same as 5xx and 4xx: a full mailbox is often 552, and is emptied one day. */
public enum Severity {
    /** The address does not exist, and never will get a mail. */
    HARD,
    /** This mail did not get there; the next one may. */
    SOFT
}
