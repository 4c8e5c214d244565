/** Decides how fast mails may go out: the rates that the admin sets, and those that mail servers ask for. */
@NullMarked
package org.broadsheet.pace;

import org.jspecify.annotations.NullMarked;
