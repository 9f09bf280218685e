package dev.engine.host;

import dev.engine.domain.host.Processes;
import dev.engine.domain.session.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of this machine, read from {@code /proc} where there is one and from the JDK
 * elsewhere.
 *
 * <p>{@code /proc} first: the JDK also looks up each process's user and arguments, which a one-shot
 * hook would wait for, and takes a process that has ended but was not waited for to be alive.
 */
public final class ProcProcesses implements Processes {

  /** Deeper is a loop, made by a number that was given out anew while we were climbing. */
  private static final int MAX_DEPTH = 64;

  private final Path proc;
  private final BootTime bootTime;

  public ProcProcesses() {
    this(Path.of("/proc"));
  }

  ProcProcesses(Path proc) {
    this.proc = proc;
    this.bootTime = new BootTime(proc.resolve("stat"));
  }

  @Override
  public Optional<ProcessIdentity> find(long pid) {
    return look(pid).map(Seen::identity);
  }

  @Override
  public List<ProcessIdentity> ancestors(long pid) {
    List<ProcessIdentity> ancestors = new ArrayList<>();
    Optional<Seen> child = look(pid);
    while (child.isPresent() && ancestors.size() < MAX_DEPTH) {
      Optional<Seen> parent = look(child.get().parent());
      parent.map(Seen::identity).ifPresent(ancestors::add);
      child = parent;
    }
    return List.copyOf(ancestors);
  }

  private Optional<Seen> look(long pid) {
    if (pid <= 0) {
      return Optional.empty();
    }
    return bootTime.isKnown() ? inProc(pid) : inJdk(pid);
  }

  private Optional<Seen> inProc(long pid) {
    try {
      byte[] line = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve("stat"));
      // Latin-1 reads any byte: a program may have given itself any name.
      return ProcStat.read(new String(line, StandardCharsets.ISO_8859_1))
          .filter(ProcStat::isAlive)
          .map(stat -> seen(pid, stat.parent(), bootTime.plusTicks(stat.startTicks())));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Optional<Seen> inJdk(long pid) {
    return ProcessHandle.of(pid)
        .map(
            handle ->
                new Seen(
                    new ProcessIdentity(pid, handle.info().startInstant().orElse(null)),
                    handle.parent().map(ProcessHandle::pid).orElse(0L)));
  }

  private static Seen seen(long pid, long parent, Instant startedAt) {
    return new Seen(new ProcessIdentity(pid, startedAt), parent);
  }

  /**
   * A process that is there.
   *
   * @param parent 0 above the topmost
   */
  private record Seen(ProcessIdentity identity, long parent) {}
}
