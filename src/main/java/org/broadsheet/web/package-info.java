/** The pages that readers and admins open in a browser. */
@NullMarked
package org.broadsheet.web;

import org.jspecify.annotations.NullMarked;
