/** The database file itself: its schema and migrations, its backups, its health. */
@NullMarked
package dev.engine.domain.database;

import org.jspecify.annotations.NullMarked;
