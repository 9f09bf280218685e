package dev.engine.persistence;

import java.time.Duration;

/**
 * A read that was ended because it lasted too long.
 *
 * @param reader whose it was: the class and method that read, such as {@code SqliteJournal.page}
 * @param length how long it had lasted
 */
public record EndedRead(String reader, Duration length) {}
