/** Reads what admins write: YAML files become records, or a list of problems with file, line and column. */
@NullMarked
package org.broadsheet.config;

import org.jspecify.annotations.NullMarked;
