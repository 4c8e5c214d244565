/** The place of what comes back by mail: delivery reports, complaints and mailed unsubscribes. */
@NullMarked
package org.broadsheet.bounce;

import org.jspecify.annotations.NullMarked;
