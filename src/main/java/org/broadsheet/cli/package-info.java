/** The commands an admin types; arguments in, messages and exit status out. */
@NullMarked
package org.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
