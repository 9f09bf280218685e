package dev.engine.host.worker;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.WorkerProcesses;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.host.ClaudeWorkerSettings;
import dev.engine.host.ProcProcesses;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Workers' programs below {@code worker-run.sh}, each in a session of its own, on Linux.
 *
 * <p>A session has the number of its first process, the script, as long as one of its processes is
 * there: the kernel gives that number to nobody else meanwhile. So a process of that session is the
 * attempt's if the script lives, or if it bears the attempt's variables.
 */
public final class ProcWorkerPrograms implements WorkerPrograms, WorkerProcesses {

  private static final Path PROC = Path.of("/proc");

  private static final Pattern NAME = Pattern.compile("\\.?([0-9a-f]{8})-([1-9][0-9]{0,8})");

  /** What the JDK says where the kernel takes the words of a command to be too long: E2BIG. */
  private static final Pattern TOO_LONG = Pattern.compile("error[=:] ?7\\b");

  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private static final int LOOKS = 20;
  private static final long BETWEEN_LOOKS = 1_000_000;

  private final HomeFolder home;
  private final Path script;
  private final WorkerEnvironment environment;
  private final ClaudeWords words;
  private final ProcProcesses processes;
  private final ProcTable table = new ProcTable(PROC);
  private final ProcessSignals signals;
  private final Map<AttemptId, Process> children = new ConcurrentHashMap<>();

  /**
   * @param script {@code worker-run.sh}
   * @param variables those of this process
   */
  public ProcWorkerPrograms(
      HomeFolder home, Path script, Map<String, String> variables, ProcProcesses processes) {
    this.home = home;
    this.script = script;
    this.environment = new WorkerEnvironment(home, variables);
    this.words = new ClaudeWords(new ClaudeWorkerSettings(home));
    this.processes = processes;
    this.signals = new ProcessSignals(processes);
  }

  @Override
  public Starting start(Launch launch, Runnable bell) {
    Optional<Path> setsid = SETSID.stream().filter(Files::isExecutable).findFirst();
    if (setsid.isEmpty() || !Files.exists(PROC.resolve("self"))) {
      return new Starting.Refused("workers need Linux with /proc, and setsid of util-linux");
    }
    if (launch.command().stream().anyMatch(word -> word.indexOf(0) >= 0)) {
      return new Starting.Refused("a word of its command has the character NUL in it");
    }
    Optional<ProcessSpace> space = space();
    if (space.isEmpty()) { // as when this process has too many files open
      return new Starting.Hindered("/proc cannot be read");
    }
    if (!Files.exists(script)) {
      return new Starting.Hindered("%s is not there".formatted(script));
    }
    return environment
        .lackOf(launch.command().getFirst())
        .<Starting>map(Starting.Unready::new)
        .orElseGet(() -> start(launch, bell, space.get(), setsid.get()));
  }

  private Starting start(Launch launch, Runnable bell, ProcessSpace space, Path setsid) {
    try (Workspace workspace = Workspace.make(home.outputs(), launch.workspace())) {
      folder(launch.attempt()).make(space, Instant.now(), launch.promise());
      workspace.takeAway(launch.attempt().number() - 1);
      workspace.prepare(launch.attempt().number(), launch.input());
      return started(launch, bell, builder(launch, setsid, workspace.path()).start());
    } catch (IOException failure) {
      String reason = "it cannot be started in %s: %s".formatted(launch.workspace(), told(failure));
      return isUsable(home.outputs()) && isUsable(home.run()) && isItsOwn(failure)
          ? new Starting.Refused(reason)
          : new Starting.Hindered(reason);
    }
  }

  private static boolean isUsable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }

  /** Whether it lies in the worker's own folders; else the machine lacks what it may have soon. */
  private static boolean isItsOwn(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> true;
      case NotDirectoryException other -> true;
      case FileAlreadyExistsException again -> true;
      default -> TOO_LONG.matcher(String.valueOf(failure.getMessage())).find();
    };
  }

  private ProcessBuilder builder(Launch launch, Path setsid, Path workspace) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(setsid.toString());
    line.addAll(List.of("/bin/bash", "-p", script.toString()));
    line.add(folder(launch.attempt()).path().toString());
    line.addAll(words.startable(launch.command()));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(workspace.toFile())
            .redirectInput(Redirect.from(workspace.resolve(Workspace.INPUT).toFile()))
            .redirectOutput(Redirect.appendTo(workspace.resolve(Workspace.OUTPUT).toFile()))
            .redirectError(Redirect.appendTo(workspace.resolve(Workspace.ERRORS).toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment.of(launch.attempt(), launch.variables()));
    return builder;
  }

  private Starting started(Launch launch, Runnable bell, Process process) {
    children.put(launch.attempt(), process);
    ProcessIdentity wrapper =
        processes
            .find(process.pid())
            .orElseGet(() -> new ProcessIdentity(process.pid(), Instant.now()));
    CompletableFuture<Void> _ = // it cannot fail, and nobody waits for it
        process.onExit().thenRun(() -> ended(launch.attempt(), bell));
    return new Starting.Started(wrapper);
  }

  private void ended(AttemptId attempt, Runnable bell) {
    children.remove(attempt);
    bell.run();
  }

  @Override
  public Look look(AttemptId attempt) {
    try {
      RunFolder folder = folder(attempt);
      Optional<Look.Ended> exit = folder.exit();
      if (exit.isPresent()) {
        return exit.get();
      }
      Process child = children.get(attempt);
      boolean isComing = child != null && child.isAlive();
      if (folder.hasBegun()) {
        return begun(folder);
      }
      return isComing ? new Look.Begins() : new Look.NotBegun();
    } catch (IOException unreadable) {
      throw new StorageUnavailable("cannot read " + folder(attempt).path(), unreadable);
    }
  }

  private Look begun(RunFolder folder) throws IOException {
    Optional<ProcessIdentity> wrapper = folder.wrapper();
    if (wrapper.isPresent() && processes.fateOf(wrapper.get()) != Fate.GONE) {
      return new Look.Runs(wrapper.get(), processes.ageOf(wrapper.get()));
    }
    // It may have written how it ended while its process was looked for.
    return folder.exit().<Look>map(ended -> ended).orElseGet(Look.Vanished::new);
  }

  @Override
  public Look revoke(AttemptId attempt) {
    try {
      folder(attempt).revoke();
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write in " + folder(attempt).path(), refused);
    }
    return look(attempt);
  }

  @Override
  public void signal(AttemptId attempt, Nudge nudge) {
    wrapper(attempt).ifPresent(wrapper -> signals.send(nudge, wrapper, left(attempt, wrapper)));
  }

  @Override
  public boolean isAnyLeft(AttemptId attempt) {
    return wrapper(attempt).filter(wrapper -> !left(attempt, wrapper).isEmpty()).isPresent();
  }

  /** The processes of its session but the script. */
  private List<ProcTable.Row> left(AttemptId attempt, ProcessIdentity wrapper) {
    boolean isLed = processes.fateOf(wrapper) == Fate.ALIVE;
    return rows().stream()
        .filter(row -> row.stat().session() == wrapper.pid() && row.pid() != wrapper.pid())
        .filter(row -> isLed || isOf(attempt, row))
        .toList();
  }

  private boolean isOf(AttemptId attempt, ProcTable.Row row) {
    Map<String, String> variables = table.variables(row.pid());
    // While a process becomes another program it shows none, for less than a millisecond.
    for (int look = 0; variables.isEmpty() && look < LOOKS; look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS);
      variables = table.variables(row.pid());
    }
    return environment.attemptOf(variables).filter(attempt::equals).isPresent();
  }

  @Override
  public void forget(AttemptId attempt) {
    try {
      folder(attempt).delete();
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete " + folder(attempt).path(), refused);
    }
  }

  @Override
  public Set<AttemptId> known() {
    if (!Files.isDirectory(home.workerRuns())) {
      return Set.of();
    }
    try (Stream<Path> folders = Files.list(home.workerRuns())) {
      Set<AttemptId> known = new HashSet<>();
      folders.map(ProcWorkerPrograms::attempt).flatMap(Optional::stream).forEach(known::add);
      return Set.copyOf(known);
    } catch (IOException unreadable) {
      throw new StorageUnavailable("cannot read " + home.workerRuns(), unreadable);
    }
  }

  @Override
  public List<WorkerProcess> all() {
    List<ProcTable.Row> rows = rows();
    Set<Long> attended = ProcTable.aboveTerminals(rows);
    return rows.stream()
        .filter(row -> !row.stat().hasTerminal())
        .map(row -> ours(row, attended.contains(row.pid())))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<WorkerProcess> ours(ProcTable.Row row, boolean isAttended) {
    return environment
        .attemptOf(table.variables(row.pid()))
        .flatMap(
            attempt ->
                processes
                    .find(row.pid())
                    .map(
                        process ->
                            new WorkerProcess(
                                attempt,
                                process,
                                table.name(row.pid()),
                                table.residentBytes(row.pid()),
                                isAttended)));
  }

  @Override
  public void kill(WorkerProcess process) {
    signals.kill(process.process());
  }

  private List<ProcTable.Row> rows() {
    try {
      return table.rows();
    } catch (IOException unreadable) {
      throw new StorageUnavailable("cannot read /proc", unreadable);
    }
  }

  private Optional<ProcessIdentity> wrapper(AttemptId attempt) {
    try {
      return folder(attempt).wrapper();
    } catch (IOException unreadable) {
      throw new StorageUnavailable("cannot read " + folder(attempt).path(), unreadable);
    }
  }

  private RunFolder folder(AttemptId attempt) {
    return new RunFolder(home.workerRuns().resolve(attempt.toString()));
  }

  private Optional<ProcessSpace> space() {
    return processes
        .find(ProcessHandle.current().pid())
        .flatMap(self -> Optional.ofNullable(self.birth()))
        .map(Birth::space);
  }

  private static Optional<AttemptId> attempt(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches()
        ? Optional.of(new AttemptId(new WorkerId(name.group(1)), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }

  /** Most failures of files say what is wrong by their class alone. */
  private static String told(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "access to %s is denied".formatted(denied.getFile());
      case NotDirectoryException other -> "%s is no folder".formatted(other.getFile());
      case FileAlreadyExistsException again -> "%s is there already".formatted(again.getFile());
      case NoSuchFileException missing -> "%s is not there".formatted(missing.getFile());
      default -> String.valueOf(failure.getMessage()); // files can fail in many ways
    };
  }
}
