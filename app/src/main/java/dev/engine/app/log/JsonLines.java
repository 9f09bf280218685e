package dev.engine.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line: {@code at}, {@code level}, {@code logger}, {@code thread}, {@code
 * message}, what a map among the parameters of the entry adds to them, and {@code failure} with a
 * stack trace where there is one. Every text goes through a {@link Redaction}.
 */
final class JsonLines extends Formatter {

  /** A line that is much longer is read by nobody, and a fault could write megabytes. */
  private static final int MAX_CHARACTERS = 16_384;

  private final JsonFactory json = new JsonFactory();
  private final Redaction redaction;

  JsonLines(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public String format(LogRecord entry) {
    StringWriter line = new StringWriter();
    try (JsonGenerator object = json.createGenerator(ObjectWriteContext.empty(), line)) {
      object.writeStartObject();
      text(object, "at", time(entry.getInstant()));
      text(object, "level", level(entry.getLevel()));
      text(object, "logger", String.valueOf(entry.getLoggerName()));
      text(object, "thread", Thread.currentThread().getName());
      text(object, "message", formatMessage(entry));
      fields(object, entry);
      if (entry.getThrown() != null) {
        text(object, "failure", trace(entry.getThrown()));
      }
      object.writeEndObject();
    }
    return line.append('\n').toString();
  }

  private void fields(JsonGenerator object, LogRecord entry) {
    Object[] parameters = entry.getParameters();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> field(object, String.valueOf(name), value));
    }
  }

  private void field(JsonGenerator object, String name, Object value) {
    if (value instanceof Number number) {
      object.writeNumberProperty(name, number.longValue());
    } else {
      text(object, name, String.valueOf(value));
    }
  }

  private void text(JsonGenerator object, String name, String value) {
    String whole = redaction.of(value);
    object.writeStringProperty(
        name,
        whole.length() <= MAX_CHARACTERS ? whole : whole.substring(0, MAX_CHARACTERS) + "...");
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** In the words that people search for. */
  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "error";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "warn";
    }
    if (level.intValue() >= Level.INFO.intValue()) {
      return "info";
    }
    return level.intValue() >= Level.FINE.intValue()
        ? "debug"
        : level.getName().toLowerCase(Locale.ROOT);
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
