package dev.engine.host.worker;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.host.ProcProcesses;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signals to processes of which it is known that they are a worker's. */
final class ProcessSignals {

  /** Whole groups, or a program that makes children faster than one can look would get away. */
  private static final String TO_GROUPS =
      "for target; do kill -s \"$0\" -- \"$target\"; done; for target; do kill -s CONT --"
          + " \"$target\"; done";

  /** It is done in a few milliseconds. */
  private static final long HANG_SECONDS = 10;

  private final ProcProcesses processes;

  ProcessSignals(ProcProcesses processes) {
    this.processes = processes;
  }

  /**
   * Signals the groups of {@code rows}; the script that leads their session waits for them and is
   * only seen to it that it can.
   */
  void send(Nudge nudge, ProcessIdentity script, List<ProcTable.Row> rows) {
    String signal =
        switch (nudge) {
          case ASK -> "TERM";
          case KILL -> "KILL";
        };
    List<String> targets = new ArrayList<>();
    rows.stream()
        .filter(row -> row.stat().group() != script.pid())
        .map(row -> "-" + row.stat().group())
        .distinct()
        .forEach(targets::add);
    // Between its fork and its new group, a child is in that of the script.
    rows.stream()
        .filter(row -> row.stat().group() == script.pid())
        .map(row -> Long.toString(row.pid()))
        .forEach(targets::add);
    if (!targets.isEmpty()) {
      run(signal, targets);
    }
    if (processes.find(script.pid()).filter(script::isSameAs).isPresent()) {
      run("CONT", List.of(Long.toString(script.pid())));
    }
  }

  /** Kills one process, if it is still the same. */
  void kill(ProcessIdentity process) {
    if (processes.find(process.pid()).filter(process::isSameAs).isPresent()) {
      run("KILL", List.of(Long.toString(process.pid())));
    }
  }

  private static void run(String signal, List<String> targets) {
    List<String> words = new ArrayList<>(List.of("/bin/bash", "-p", "-c", TO_GROUPS, signal));
    words.addAll(targets);
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    try {
      Process shell = builder.start();
      if (!shell.waitFor(HANG_SECONDS, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot signal processes", refused);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
