package dev.engine.app.log;

import dev.engine.http.problem.FailedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes a line for each request that failed. What its sender can put right is for who looks for
 * it, at {@code debug}; what the engine could not do is an {@code error}, with its stack.
 */
public final class FailedRequestLog implements Consumer<FailedRequest> {

  private static final Logger LOG = Logger.getLogger("dev.engine.http");

  private static final int OUR_FAULT = 500;

  @Override
  public void accept(FailedRequest failed) {
    Level level = failed.status() < OUR_FAULT ? Level.FINE : Level.SEVERE;
    if (LOG.isLoggable(level)) {
      LOG.log(entry(level, failed));
    }
  }

  private static LogRecord entry(Level level, FailedRequest failed) {
    LogRecord entry = new LogRecord(level, "a request failed");
    entry.setLoggerName(LOG.getName());
    entry.setParameters(new Object[] {fields(failed)});
    entry.setThrown(failed.failure());
    return entry;
  }

  private static Map<String, Object> fields(FailedRequest failed) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", failed.method());
    if (failed.route() != null) {
      fields.put("route", failed.route());
    }
    fields.put("status", failed.status());
    if (failed.code() != null) {
      fields.put("code", failed.code());
    }
    fields.put("millis", failed.took().toMillis());
    return fields;
  }
}
