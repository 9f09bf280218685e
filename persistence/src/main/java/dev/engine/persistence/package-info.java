/**
 * The ports of the domain over one SQLite file. {@link dev.engine.persistence.SqliteStorage} is the
 * way in.
 */
@NullMarked
package dev.engine.persistence;

import org.jspecify.annotations.NullMarked;
