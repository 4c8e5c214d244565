/** What mail programs, readers and their eyes would not forgive in the HTML of a mail, found before it is sent. */
@NullMarked
package org.broadsheet.lint;

import org.jspecify.annotations.NullMarked;
