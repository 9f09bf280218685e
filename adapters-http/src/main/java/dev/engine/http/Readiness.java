package dev.engine.http;

/** Whether the engine can do its work, asked the whole way down. */
public interface Readiness {

  /**
   * Writes something and reads it back.
   *
   * @throws dev.engine.domain.error.EngineException if that fails, saying why
   */
  void check();
}
