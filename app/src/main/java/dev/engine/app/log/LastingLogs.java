package dev.engine.app.log;

import java.util.logging.LogManager;

/**
 * Loggers that still write while the process ends: the JDK would close the log as soon as somebody
 * asks for the end, before the engine has said what became of it.
 *
 * <p>Named in {@code java.util.logging.manager} by the launcher; the JDK makes it.
 */
public final class LastingLogs extends LogManager {

  /**
   * Does nothing: it is called when the process begins to end. {@link EngineLog} closes the log.
   */
  @Override
  public void reset() {}
}
