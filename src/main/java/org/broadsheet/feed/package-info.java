/** Fetches feeds and says what each of them contains, before anything is believed. */
@NullMarked
package org.broadsheet.feed;

import org.jspecify.annotations.NullMarked;
