package dev.engine.services.health;

import org.jspecify.annotations.Nullable;

/**
 * The room that a store takes while it is open, and what is left.
 *
 * @param logFrames pages in the write-ahead log, each change of a page anew
 * @param movedLogFrames of these, how many are in the file already
 * @param freeDiskBytes what others may still write to its disk; null if that is not known
 */
public record StoreRoom(long logFrames, long movedLogFrames, @Nullable Long freeDiskBytes) {}
