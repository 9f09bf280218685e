package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;

/**
 * What one attempt has printed to one of its streams. It may grow while it is open, and may be
 * longer than memory is. For one thread.
 */
public interface WorkerLog extends AutoCloseable {

  /**
   * How many bytes there are now.
   *
   * @throws StorageUnavailable if nobody can tell
   */
  long size();

  /**
   * The bytes from {@code position} on: {@code most}, or as many as there are; none behind the end.
   *
   * @param position counted from 0
   * @throws StorageUnavailable if they cannot be read
   */
  byte[] read(long position, int most);

  @Override
  void close();
}
