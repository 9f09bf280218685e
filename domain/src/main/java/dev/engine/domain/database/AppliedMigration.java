package dev.engine.domain.database;

import java.time.Instant;

/**
 * A migration that a database has gone through.
 *
 * @param at when it was applied here; for a file that was adopted or rebuilt, when that was done
 */
public record AppliedMigration(Migration migration, Instant at) {}
