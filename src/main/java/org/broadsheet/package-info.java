/** Broadsheet: from feeds to a digest in every subscriber's mailbox. */
@NullMarked
package org.broadsheet;

import org.jspecify.annotations.NullMarked;
