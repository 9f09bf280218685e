package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.InstanceLock;
import dev.engine.domain.serving.InstanceLocks;
import dev.engine.domain.serving.InstanceLocksContract;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.domain.serving.Taking.HeldBy;
import dev.engine.domain.serving.Taking.HeldByNewcomer;
import dev.engine.domain.serving.Taking.Taken;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.host.PrivateHomes;
import dev.engine.host.ProcProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileInstanceLocksTest implements InstanceLocksContract {

  @TempDir private Path folder;

  private final ProcProcesses processes = new ProcProcesses();
  private final FileInstanceLocks locks = new FileInstanceLocks(processes);

  @BeforeEach
  void makeHomes() throws IOException {
    PrivateHomes homes = new PrivateHomes();
    for (HomeFolder home : new HomeFolder[] {home(), linkedHome()}) {
      Files.createDirectories(home.project());
      homes.make(home);
    }
    Files.createFile(home().database());
    Files.createSymbolicLink(linkedHome().database(), home().database());
  }

  @Override
  public InstanceLocks locks() {
    return locks;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(folder.resolve("one"));
  }

  @Override
  public HomeFolder linkedHome() {
    return HomeFolder.of(folder.resolve("two"));
  }

  @Override
  public ProcessIdentity self() {
    return processes.find(ProcessHandle.current().pid()).orElseThrow();
  }

  @Test
  void theFileTellsAPersonWhoItIs() throws IOException {
    InstanceLock lock = ((Taken) locks.take(home(), self())).lock();

    lock.announce(ENDPOINT);

    assertThat(home().lock())
        .hasContent(
            """
            pid %d
            since %s
            endpoint 127.0.0.1 43117
            """
                .formatted(self().pid(), self().startedAt()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().lock())))
        .isEqualTo("rw-------");
    lock.close();
  }

  @Test
  void whatADeadProcessLeftIsIgnored() throws IOException {
    Files.writeString(home().lock(), "pid 999999999\nsince 2026-01-05T12:00:00Z\n");

    assertThat(locks.holder(home())).isEmpty();
    assertThat(locks.take(home(), self())).isInstanceOf(Taken.class);
  }

  @Test
  void aLaterProcessWithTheSameNumberIsNotTheHolder() throws IOException {
    long pid = self().pid();
    Files.writeString(home().lock(), "pid %d\nsince 2001-01-05T12:00:00Z\n".formatted(pid));

    assertThat(locks.holder(home())).isEmpty();
  }

  @Test
  void whatIsNoHolderTextIsIgnored() throws IOException {
    Files.write(home().lock(), new byte[] {(byte) 0xff, 0, 'p', 'i', 'd', ' ', '-', '1'});

    assertThat(locks.holder(home())).isEmpty();
  }

  @Test
  void aDatabaseOutsideOfAnyHomeHasItsLockBesideIt() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere.db"));
    Files.delete(linkedHome().database());
    Files.createSymbolicLink(linkedHome().database(), elsewhere);

    InstanceLock lock = ((Taken) locks.take(linkedHome(), self())).lock();

    assertThat(folder.toRealPath().resolve("elsewhere.db.lock")).isNotEmptyFile();
    lock.close();
  }

  @Test
  void anotherProcessThatHoldsItIsNamed() throws Exception {
    try (Holder holder = new Holder(home().lock())) {
      assertThat(locks.take(home(), self())).isEqualTo(new HeldByNewcomer());

      Instant since = processes.find(holder.pid()).orElseThrow().startedAt();
      ProcessIdentity other = new ProcessIdentity(holder.pid(), since);
      Files.writeString(home().lock(), "pid %d\nsince %s\n".formatted(other.pid(), since));

      assertThat(locks.take(home(), self())).isEqualTo(new HeldBy(new ServingEngine(other, null)));
    }
    assertThat(locks.take(home(), self())).isInstanceOf(Taken.class);
  }

  /** A JVM that holds the lock on a file until it is killed. */
  private static final class Holder implements AutoCloseable {

    private final Process process;

    Holder(Path file) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  HoldLock.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(process.inputReader().readLine()).isEqualTo("held");
    }

    long pid() {
      return process.pid();
    }

    @Override
    public void close() {
      try {
        process.destroyForcibly().waitFor();
      } catch (InterruptedException stopped) {
        throw new UncheckedIOException(new IOException(stopped));
      }
    }
  }
}
