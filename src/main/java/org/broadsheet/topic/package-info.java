/** Decides which topic of a newsletter an article belongs to, and on what evidence. */
@NullMarked
package org.broadsheet.topic;

import org.jspecify.annotations.NullMarked;
