package org.broadsheet.delivery;

/** A claim, and what became of it. */
record Settled(Claim claim, Settlement settlement) {}
