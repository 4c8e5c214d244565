/** Finds the feeds of a web page that somebody names. */
@NullMarked
package org.broadsheet.feed.discovery;

import org.jspecify.annotations.NullMarked;
