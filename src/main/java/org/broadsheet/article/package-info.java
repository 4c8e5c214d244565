/** Turns feed entries into articles that are clean, safe, dated and stored once. */
@NullMarked
package org.broadsheet.article;

import org.jspecify.annotations.NullMarked;
