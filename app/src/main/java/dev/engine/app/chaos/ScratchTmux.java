package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tmux server of our own, until it is closed. Whoever has its {@link #environment} asks it by the
 * name of tmux alone; nobody else does.
 */
final class ScratchTmux implements AutoCloseable {

  /** What plays the client of a session in a pane. */
  private static final String CLIENT = "sleep 100000";

  /** Its socket is below it: whoever names no other server finds it there. */
  private final Path folder;

  /** Null until it is known. */
  private @Nullable ProcessHandle server;

  private ScratchTmux(Path folder) {
    this.folder = folder;
  }

  /** A pane and its first process. */
  record Pane(String id, long pid) {}

  /** Whether there is such a program. */
  static boolean isInstalled() {
    try {
      return new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One with this many panes, each in a window of its own. */
  static ScratchTmux started(int panes) {
    ScratchTmux tmux = new ScratchTmux(shortFolder());
    boolean isReady = false;
    try {
      tmux.must("-f", "/dev/null", "new-session", "-d", "-s", "chaos", CLIENT);
      tmux.server = ProcessHandle.of(tmux.pid()).orElse(null);
      for (int i = 1; i < panes; i++) {
        tmux.must("new-window", "-d", "-t", "chaos", CLIENT);
      }
      isReady = true;
      return tmux;
    } finally {
      if (!isReady) {
        tmux.close();
      }
    }
  }

  /** Among the temporary files: the name of a socket has no room for a long path. */
  private static Path shortFolder() {
    try {
      return Files.createTempDirectory("engine-tmux-");
    } catch (IOException failure) {
      throw new StorageUnavailable("no folder for a tmux server: " + failure.getMessage(), failure);
    }
  }

  /** What has a program know this server and no other. */
  Map<String, String> environment() {
    return Map.of("TMUX_TMPDIR", folder.toString());
  }

  /** The same of a program in {@code pane}. */
  Map<String, String> environment(Pane pane) {
    String server = must("display-message", "-p", "#{socket_path},#{pid},0");
    return Map.of("TMUX_TMPDIR", folder.toString(), "TMUX", server, "TMUX_PANE", pane.id());
  }

  List<Pane> panes() {
    return must("list-panes", "-a", "-F", "#{pane_id} #{pane_pid}")
        .lines()
        .map(line -> line.split(" ", -1))
        .map(words -> new Pane(words[0], Long.parseLong(words[1])))
        .toList();
  }

  /** The number of its process. */
  long pid() {
    return Long.parseLong(must("display-message", "-p", "#{pid}"));
  }

  /** Asks it to end. */
  void end() {
    ask("kill-server");
  }

  /** Also in a thread that was interrupted, which could not wait for tmux to be asked. */
  @Override
  public void close() {
    boolean wasInterrupted = Thread.interrupted();
    try {
      if (server == null) {
        end();
      } else {
        server.destroyForcibly(); // nothing, if it has ended: a handle knows its own process
      }
      Folders.delete(folder);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String must(String... words) {
    WriterRun run = ask(words);
    if (run.exitCode() != 0) {
      throw new StorageUnavailable("tmux does not do %s: %s".formatted(List.of(words), run));
    }
    return String.join("\n", run.lines());
  }

  private WriterRun ask(String... words) {
    List<String> command = new ArrayList<>(List.of("env", "-u", "TMUX", "-u", "TMUX_PANE"));
    command.add("TMUX_TMPDIR=" + folder);
    command.add("tmux");
    command.addAll(List.of(words));
    return WriterRun.of(command);
  }
}
