package org.broadsheet.feed.damage;

import java.util.Optional;
import java.util.function.Function;

/**
 * One way in which publishing systems break feeds.
 *
 * @param commit breaks a feed; empty when there is nothing in it that could be broken so
 */
record Sin(String name, Function<HealthyFeed, Optional<HealthyFeed.Damaged>> commit) {}
