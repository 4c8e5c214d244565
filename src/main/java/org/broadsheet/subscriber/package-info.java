/** Knows who receives which newsletter, and who must not be mailed again. */
@NullMarked
package org.broadsheet.subscriber;

import org.jspecify.annotations.NullMarked;
