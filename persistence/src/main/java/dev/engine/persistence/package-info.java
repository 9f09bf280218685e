/**
 * The ports of the domain over one SQLite file. {@link dev.engine.persistence.SqliteStorage} is the
 * way in to what is stored, {@link dev.engine.persistence.SqliteDatabase} to the care for the file.
 */
@NullMarked
package dev.engine.persistence;

import org.jspecify.annotations.NullMarked;
