package dev.engine.app.log;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log file of this process: all that anybody says through slf4j or {@code java.util.logging}.
 * There is one in a process, and only in one that serves.
 */
public final class EngineLog implements AutoCloseable {

  /** Five parts of 5 MiB are weeks of what an engine has to say, and nothing on a disk. */
  private static final long PART_BYTES = 5L << 20;

  private static final int OLDER_PARTS = 4;

  /**
   * Whose own words are Engine's. Libraries only warn, whatever the level: what Jetty tells beyond
   * that has the bytes of requests in it, and so tokens and what they protect.
   */
  private static final String OURS = "dev.engine";

  /** Warns of requests that are refused anyway, in the words of whoever sent them. */
  private static final String JETTY = "org.eclipse.jetty";

  /** Likewise, with stacks. */
  private static final String MCP = "io.modelcontextprotocol";

  private final Redaction redaction = new Redaction();
  private final FileHandler handler;

  /** Held, for the JDK forgets the settings of loggers that nobody holds. */
  private final List<Logger> held =
      List.of(Logger.getLogger(OURS), Logger.getLogger(JETTY), Logger.getLogger(MCP));

  private EngineLog(RotatingFile file, LogLevel level) {
    this.handler = new FileHandler(file, new JsonLines(redaction));
    Logger root = Logger.getLogger("");
    for (Handler toTheTerminal : root.getHandlers()) {
      root.removeHandler(toTheTerminal);
    }
    root.setLevel(Level.WARNING);
    held.getFirst().setLevel(level.level());
    held.subList(1, held.size()).forEach(strangers -> strangers.setLevel(Level.SEVERE));
    root.addHandler(handler);
  }

  /**
   * Begins to write what has the weight of {@code level}, or more, to {@code file}.
   *
   * @throws StorageUnavailable if that file cannot be written
   */
  public static EngineLog open(Path file, LogLevel level) {
    try {
      return new EngineLog(new RotatingFile(file, PART_BYTES, OLDER_PARTS), level);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write the log " + file, refused);
    }
  }

  /** What is never to be seen in it. */
  public Redaction redaction() {
    return redaction;
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
    handler.close();
  }

  /**
   * Writes lines; what cannot be written is lost, for an engine has better things to do than stop.
   */
  private static final class FileHandler extends Handler {

    private final RotatingFile file;

    FileHandler(RotatingFile file, JsonLines lines) {
      this.file = file;
      setFormatter(lines);
      setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      if (!isLoggable(entry)) {
        return;
      }
      try {
        file.write(getFormatter().format(entry).getBytes(StandardCharsets.UTF_8));
      } catch (IOException full) {
        // There is nowhere to say it; readiness tells of a full disk.
      }
    }

    @Override
    public void flush() {
      // Every line is written at once.
    }

    @Override
    public synchronized void close() {
      try {
        file.close();
      } catch (IOException full) {
        // Nothing was held back that could be lost now.
      }
    }
  }
}
