/** Owes, attempts and settles deliveries, so that whatever is killed whenever, no mail is lost. */
@NullMarked
package org.broadsheet.delivery;

import org.jspecify.annotations.NullMarked;
