package org.broadsheet.delivery;

/** Which of an edition's open deliveries a run takes on. */
public enum Reach {
    /** Those that are due. */
    DUE,
    /** All of them: also those whose next try lies in the future, once. */
    ALL
}
