/** Puts articles that tell the same event together and orders the events. */
@NullMarked
package org.broadsheet.story;

import org.jspecify.annotations.NullMarked;
