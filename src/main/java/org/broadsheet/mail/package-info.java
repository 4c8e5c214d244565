/** Composes the message that one subscriber receives. */
@NullMarked
package org.broadsheet.mail;

import org.jspecify.annotations.NullMarked;
