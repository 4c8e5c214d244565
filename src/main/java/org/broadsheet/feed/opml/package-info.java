/** Exchanges lists of feeds with other programs, as OPML. */
@NullMarked
package org.broadsheet.feed.opml;

import org.jspecify.annotations.NullMarked;
