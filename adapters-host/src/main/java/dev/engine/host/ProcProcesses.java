package dev.engine.host;

import dev.engine.domain.host.Processes;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Vantage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The processes of this machine, read from {@code /proc} where there is one and from the JDK
 * elsewhere.
 *
 * <p>{@code /proc} first: the JDK also looks up each process's user and arguments, which a one-shot
 * hook would wait for, and takes a process that has ended but was not waited for to be alive.
 */
public final class ProcProcesses implements Processes {

  private static final String STAT = "stat";

  /** Deeper is a loop, made by a number that was given out anew while we were climbing. */
  private static final int MAX_DEPTH = 64;

  private static final long TICKS_PER_SECOND = 100;
  private static final long MILLIS_PER_TICK = 10;

  private final Path proc;
  private final BootTime bootTime;
  private final ProcSpace space;

  public ProcProcesses() {
    this(Path.of("/proc"));
  }

  ProcProcesses(Path proc) {
    this.proc = proc;
    this.bootTime = new BootTime(proc.resolve("stat"));
    this.space = new ProcSpace(proc);
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

  /**
   * What has become of {@code process}. Where it cannot be looked for, as when this process has too
   * many files open, nothing is known of it.
   */
  public Fate fateOf(ProcessIdentity process) {
    if (!bootTime.isKnown()) {
      return process.fate(inJdk(process.pid()).map(Seen::identity).orElse(null), null);
    }
    try {
      Optional<Seen> holder = read(process.pid());
      // Read each time, for whatever is not there now may have been taken away from under us.
      Vantage here = space.vantage(bootTime).orElse(null);
      return here == null || (holder.isEmpty() && !seesItself())
          ? Fate.UNKNOWN
          : process.fate(holder.map(Seen::identity).orElse(null), here);
    } catch (IOException unreadable) {
      return Fate.UNKNOWN;
    }
  }

  /**
   * How long ago {@code process} was started, by the kernel's count, which no clock that is set
   * changes; zero where that is not told.
   */
  public Duration ageOf(ProcessIdentity process) {
    try {
      String[] uptime = Files.readString(proc.resolve("uptime")).split("[ .]", 3);
      long ticks = Long.parseLong(uptime[0]) * TICKS_PER_SECOND + Long.parseLong(uptime[1]);
      Birth birth = process.birth();
      return birth == null || birth.ticks() > ticks
          ? Duration.ZERO
          : Duration.ofMillis((ticks - birth.ticks()) * MILLIS_PER_TICK);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException notTold) {
      return Duration.ZERO;
    }
  }

  private boolean seesItself() {
    return Files.exists(proc.resolve("self").resolve(STAT));
  }

  private Optional<Seen> look(long pid) {
    if (pid <= 0) {
      return Optional.empty();
    }
    return bootTime.isKnown() ? inProc(pid) : inJdk(pid);
  }

  private Optional<Seen> inProc(long pid) {
    try {
      return read(pid);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The process with this number; empty if there is none.
   *
   * @throws IOException if that cannot be told
   */
  private Optional<Seen> read(long pid) throws IOException {
    try {
      byte[] line = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve(STAT));
      // Latin-1 reads any byte: a program may have given itself any name.
      return ProcStat.read(new String(line, StandardCharsets.ISO_8859_1))
          .filter(ProcStat::isAlive)
          .map(stat -> seen(pid, stat));
    } catch (NoSuchFileException none) {
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

  private Seen seen(long pid, ProcStat stat) {
    long ticks = stat.startTicks();
    @Nullable Birth birth = space.now().map(here -> new Birth(here, ticks)).orElse(null);
    return new Seen(new ProcessIdentity(pid, bootTime.plusTicks(ticks), birth), stat.parent());
  }

  /**
   * A process that is there.
   *
   * @param parent 0 above the topmost
   */
  private record Seen(ProcessIdentity identity, long parent) {}
}
