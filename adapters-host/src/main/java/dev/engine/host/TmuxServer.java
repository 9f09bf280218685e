package dev.engine.host;

import dev.engine.domain.host.ClientPane;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tmux server, asked by its program. */
final class TmuxServer {

  private final List<String> tmux;
  private final Duration limit;

  /**
   * @param tmux the program, with the arguments that name its server
   * @param limit after which a command is given up
   */
  TmuxServer(List<String> tmux, Duration limit) {
    this.tmux = List.copyOf(tmux);
    this.limit = limit;
  }

  /**
   * The program, with the arguments that name the server of {@code pane}, or else those of {@code
   * otherwise}.
   */
  static List<String> command(ClientPane pane, List<String> otherwise) {
    return pane.server() == null ? otherwise : List.of("tmux", "-S", pane.server().socket());
  }

  /** What a command prints, without blanks around it; empty if it fails. */
  Optional<String> ask(String... command) {
    return tell("", command);
  }

  /** The same of a command that reads {@code input}. */
  Optional<String> tell(String input, String... command) {
    try {
      Process process =
          new ProcessBuilder(Stream.concat(tmux.stream(), Stream.of(command)).toList())
              .redirectErrorStream(true)
              .start();
      try {
        return answer(process, input);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What it prints is a line at most, so that a pipe holds it until it is read. */
  private Optional<String> answer(Process process, String input)
      throws IOException, InterruptedException {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      return Optional.empty();
    }
    byte[] said = process.getInputStream().readAllBytes();
    return Optional.of(new String(said, StandardCharsets.UTF_8).strip());
  }
}
