/** Talks HTTP to a world that may be slow, huge, moved or hostile, and knows nothing of feeds. */
@NullMarked
package org.broadsheet.net;

import org.jspecify.annotations.NullMarked;
