package dev.engine.domain.database;

/** Told how far a long task has come: often, and on the thread that does the task. */
public interface Progress {

  /** Nobody looks. */
  Progress UNSEEN = (done, total) -> {};

  /**
   * Says how far it is.
   *
   * @param done of {@code total}, never less than the time before
   * @param total 1 or more, the same each time
   */
  void report(long done, long total);
}
