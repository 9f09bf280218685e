package dev.engine.app;

import dev.engine.cli.McpRun;
import dev.engine.mcp.McpBackend;
import dev.engine.mcp.McpDoor;
import dev.engine.mcp.StdioServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What {@code lib/mcp.sh} passes messages to while no engine runs: the door for agents over pipes,
 * until they end or nothing comes for a while.
 */
final class StdioRun implements McpRun {

  private final McpBackend backend;
  private final Map<String, String> environment;

  StdioRun(McpBackend backend, Map<String, String> environment) {
    this.backend = backend;
    this.environment = environment;
  }

  @Override
  public void serve(InputStream in) {
    StdioServer server =
        new StdioServer(
            McpDoor.open(backend),
            Claims.of(
                environment.get("CLAUDE_CODE_SESSION_ID"), environment.get("ENGINE_WORKER_ID")));
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      server.serve(in, out, IdleEnd.watched());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
