/** Fetches pictures and makes them small enough for a mail. */
@NullMarked
package org.broadsheet.image;

import org.jspecify.annotations.NullMarked;
