/** Turns bytes that are meant as a feed into a sound XML tree, by a list of small repairs, and tells which were needed. */
@NullMarked
package org.broadsheet.feed.repair;

import org.jspecify.annotations.NullMarked;
