/** Builds every object with new, in the order the data flows, and joins the stages to one pipeline. */
@NullMarked
package org.broadsheet.app;

import org.jspecify.annotations.NullMarked;
