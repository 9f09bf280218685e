package dev.engine.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of the Model Context Protocol that was started as a client does it, over pipes.
 *
 * @param initialisedNanos from its start until it had answered {@code initialize}
 */
record ToolServer(Process process, BufferedWriter in, BufferedReader out, long initialisedNanos)
    implements AutoCloseable {

  private static final String INITIALIZE =
      "{\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
          + "\"clientInfo\":{\"name\":\"benchmark\",\"version\":\"1\"}},\"jsonrpc\":\"2.0\",\"id\":0}";

  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  /**
   * A kind of server.
   *
   * @param folder in which it runs
   */
  record Kind(String name, List<String> command, Path folder) {}

  /** Starts one and has it answer {@code initialize} and {@code tools/list}. */
  static ToolServer start(Kind kind) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(kind.command())
            .directory(kind.folder().toFile())
            .redirectError(Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE).*"));
    long start = System.nanoTime();
    Process process = builder.start();
    BufferedWriter in = process.outputWriter();
    BufferedReader out = process.inputReader();
    ask(in, out, INITIALIZE, 0);
    ToolServer server = new ToolServer(process, in, out, System.nanoTime() - start);
    in.write(INITIALIZED + "\n");
    server.ask("tools/list", 1);
    return server;
  }

  /** Waits for the answer to {@code method}. */
  void ask(String method, int id) throws IOException {
    ask(in, out, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\"}".formatted(id, method), id);
  }

  /** What else it says in between is passed over. */
  private static void ask(BufferedWriter in, BufferedReader out, String message, int id)
      throws IOException {
    in.write(message + "\n");
    in.flush();
    String line = out.readLine();
    while (line != null && !(line.contains("\"id\":" + id) && line.contains("\"result\""))) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the server ended before it answered " + message);
    }
  }

  /** Ends it as a client does: no more input, and then a signal. */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = process.descendants().toList();
    in.close();
    if (!hasEnded()) {
      process.destroy();
    }
    children.forEach(ProcessHandle::destroy);
  }

  private boolean hasEnded() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
