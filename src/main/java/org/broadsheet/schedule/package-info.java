/** Says when a newsletter is due, through clock changes and restarts, and nothing else. */
@NullMarked
package org.broadsheet.schedule;

import org.jspecify.annotations.NullMarked;
