/** Opens the database, SQLite or PostgreSQL, and keeps its schema; knows nothing of the domain. */
@NullMarked
package org.broadsheet.store;

import org.jspecify.annotations.NullMarked;
