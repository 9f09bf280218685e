package dev.engine.domain.database;

/**
 * How much room a database takes.
 *
 * @param bytes of the file itself
 * @param walBytes of the write-ahead log beside it, 0 when there is none
 * @param pages of the file
 * @param freePages of these, how many are unused
 */
public record FileSize(long bytes, long walBytes, long pages, long freePages) {}
