package dev.engine.app;

import dev.engine.app.log.EngineLog;
import dev.engine.app.log.FailedRequestLog;
import dev.engine.cli.ServeRun;
import dev.engine.domain.error.EngineException.AlreadyServing;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.host.Processes;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.InstanceLock;
import dev.engine.domain.serving.InstanceLocks;
import dev.engine.domain.serving.RunFiles;
import dev.engine.domain.serving.Taking;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.http.HttpLimits;
import dev.engine.http.HttpSettings;
import dev.engine.services.worker.WorkerProfiles;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code engine serve}: the engine of one home in this process, from its lock to its last word. */
final class ServeProgram implements ServeRun {

  private static final Logger LOG = LoggerFactory.getLogger(ServeProgram.class);

  private final HomeFolder home;
  private final Settings settings;
  private final Machine machine;
  private final InstantSource clock;

  ServeProgram(HomeFolder home, Settings settings, Machine machine, InstantSource clock) {
    this.home = home;
    this.settings = settings;
    this.machine = machine;
    this.clock = clock;
  }

  /** What it needs of this machine. */
  record Machine(
      Processes processes,
      HomeFolders folders,
      InstanceLocks locks,
      RunFiles files,
      WorkerPrograms workers) {}

  @Override
  public void serve(Options options, Consumer<Listening> listening) {
    settings.requireKnown();
    ServeAddress address = ServeAddress.of(options, settings, home);
    WorkerProfiles profiles = settings.workers();
    machine.folders().make(home);
    machine.folders().close(home);
    try (ProcessEnd end = ProcessEnd.watched();
        InstanceLock lock = lock();
        EngineLog log = EngineLog.open(home.log(), settings.logLevel())) {
      ServeToken token = ServeToken.of(machine.files(), home, options.tokenFile());
      log.redaction().hide(token.token());
      try (EngineServer server = open(address, token, profiles)) {
        serve(server, lock, end, () -> listening.accept(listening(server, address)));
      } catch (RuntimeException failure) {
        LOG.error("the engine has failed", failure);
        throw failure;
      }
      LOG.info("ended");
    }
  }

  /** The endpoint goes first of all, so that hooks go another way at once. */
  private void serve(EngineServer server, InstanceLock lock, ProcessEnd end, Runnable listening) {
    Endpoint endpoint = server.endpoint();
    machine.files().publish(home, endpoint);
    try {
      lock.announce(endpoint);
      LOG.info("serving {} on {}", home, endpoint);
      listening.run();
      end.await();
    } finally {
      machine.files().withdraw(home);
    }
  }

  private InstanceLock lock() {
    long pid = ProcessHandle.current().pid();
    ProcessIdentity self =
        machine.processes().find(pid).orElseGet(() -> new ProcessIdentity(pid, null));
    return switch (machine.locks().take(home, self)) {
      case Taking.Taken taken -> taken.lock();
      case Taking.HeldBy held -> throw new AlreadyServing(held.engine().description());
      case Taking.HeldByNewcomer newcomer ->
          throw new AlreadyServing("a process that has just started");
    };
  }

  private EngineServer open(ServeAddress address, ServeToken token, WorkerProfiles profiles) {
    try {
      return server(address, token, profiles);
    } catch (UncheckedIOException taken) {
      if (address.isChosen() || address.isAnyPort()) {
        throw new Conflict(
            "port %d of %s cannot be listened on: %s"
                .formatted(address.port(), address.bind().getHostAddress(), reason(taken)));
      }
      return open(address.withAnyPort(), token, profiles);
    }
  }

  private static String reason(UncheckedIOException failure) {
    Throwable cause = failure.getCause();
    return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
  }

  private EngineServer server(ServeAddress address, ServeToken token, WorkerProfiles profiles) {
    HttpSettings http =
        new HttpSettings(
            address.bind(),
            address.port(),
            settings.httpHosts(),
            token,
            HttpLimits.DEFAULT,
            new FailedRequestLog());
    WorkerCare.Means workers = new WorkerCare.Means(machine.workers(), profiles);
    return new EngineServer(home, settings, http, workers, clock, new ThreadPauses());
  }

  private static Listening listening(EngineServer server, ServeAddress address) {
    Endpoint endpoint = server.endpoint();
    boolean isOther = !address.isChosen() && endpoint.port() != address.port();
    @Nullable String note =
        isOther
            ? "port %d, which goes with this home, is taken by another program"
                .formatted(address.port())
            : null;
    return new Listening(endpoint, note);
  }
}
