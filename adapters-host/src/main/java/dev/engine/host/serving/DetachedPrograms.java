package dev.engine.host.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.BackgroundPrograms;
import dev.engine.domain.host.Processes;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.host.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs in a session of their own, which no terminal takes with it when it closes. */
public final class DetachedPrograms implements BackgroundPrograms {

  /** The first that is there: a session of its own, or at least deaf to the end of the terminal. */
  private static final List<Path> DETACHERS =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"), Path.of("/usr/bin/nohup"));

  /** Of the session that happens to start the program; to the program they would say nothing. */
  private static final String VARIABLES_OF_A_SESSION =
      "CLAUDE.*|TMUX|TMUX_PANE|ENGINE_(ROLE|MODE|CONVERSATION_ID|WORKER_ID|DEBUG)";

  private final Processes processes;

  public DetachedPrograms(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Launched start(List<String> command, Path output) {
    try {
      PrivateFiles.makeFolders(output.resolveSibling(""));
      try (FileChannel file = PrivateFiles.open(output)) {
        file.truncate(0);
      }
      ProcessBuilder builder =
          new ProcessBuilder(detached(command))
              .directory(new File("/")) // so that no folder is kept from being removed
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(Redirect.appendTo(output.toFile()))
              .redirectErrorStream(true);
      builder.environment().keySet().removeIf(DetachedPrograms::isOfASession);
      return new Child(builder.start(), output);
    } catch (IOException refused) {
      throw new StorageUnavailable(
          "cannot start %s: %s".formatted(command.getFirst(), refused.getMessage()), refused);
    }
  }

  @Override
  public void askToEnd(ProcessIdentity process) {
    ProcessHandle.of(process.pid())
        .filter(there -> processes.find(process.pid()).filter(process::isSameAs).isPresent())
        .ifPresent(ProcessHandle::destroy);
  }

  /** Whether the environment variable {@code name} tells of the session that starts a program. */
  static boolean isOfASession(String name) {
    return name.matches(VARIABLES_OF_A_SESSION);
  }

  private static List<String> detached(List<String> command) {
    List<String> words = new ArrayList<>();
    DETACHERS.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(program -> words.add(program.toString()));
    words.addAll(command);
    return words;
  }

  /** A program that this process has started. */
  private record Child(Process process, Path output) implements Launched {

    @Override
    public boolean isRunning() {
      return process.isAlive();
    }

    @Override
    public String lastLine() {
      try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
        return lines.filter(line -> !line.isBlank()).reduce("", (earlier, later) -> later);
      } catch (IOException gone) {
        return "";
      }
    }
  }
}
