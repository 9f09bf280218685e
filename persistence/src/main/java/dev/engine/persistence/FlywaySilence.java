package dev.engine.persistence;

import org.flywaydb.core.api.logging.Log;

/** Says nothing: what a run did is in its result, and what went wrong is thrown. */
final class FlywaySilence implements Log {

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Exception failure) {}

  @Override
  public void notice(String message) {}
}
