package dev.engine.domain.database;

/**
 * How many rows a table has.
 *
 * @param rows 0 or more
 */
public record TableRows(String table, long rows) {}
