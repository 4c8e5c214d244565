/** Makes an issue of a newsletter once: selects its stories, renders them, and keeps the result unchanged. */
@NullMarked
package org.broadsheet.edition;

import org.jspecify.annotations.NullMarked;
