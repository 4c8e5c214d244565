/** What the words and numbers of mail servers mean: hard or soft, about the reader or about us. */
@NullMarked
package org.broadsheet.reply;

import org.jspecify.annotations.NullMarked;
