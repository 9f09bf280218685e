package dev.engine.domain.serving;

import dev.engine.domain.host.BackgroundPrograms;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Processes;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ProcessIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A machine of fakes on which the engine of one home can run: started like a program, ready after
 * some pauses, gone some pauses after it was asked to end.
 */
public final class FakeEngines implements BackgroundPrograms, Processes, Pauses, EngineCalls {

  public static final ProcessIdentity PROCESS = new ProcessIdentity(4242, null);
  public static final Endpoint ENDPOINT = new Endpoint("127.0.0.1", 43_117);

  private final HomeFolder home;
  private final InMemoryInstanceLocks locks = new InMemoryInstanceLocks();
  private final InMemoryRunFiles files = new InMemoryRunFiles();
  private final List<List<String>> started = new ArrayList<>();

  private Duration startsFor = Duration.ofMillis(200);
  private Duration endsFor = Duration.ofMillis(200);
  private String lastLine = "";
  private boolean isBroken;
  private boolean isUnfit;

  private boolean isAlive;
  private boolean isEnding;
  private Duration passed = Duration.ZERO;
  private Duration since = Duration.ZERO;

  public FakeEngines(HomeFolder home) {
    this.home = home;
  }

  public InMemoryInstanceLocks locks() {
    return locks;
  }

  public InMemoryRunFiles files() {
    return files;
  }

  /** The commands that were started, in their order. */
  public List<List<String>> started() {
    return List.copyOf(started);
  }

  /** How long all pauses were together. */
  public Duration passed() {
    return passed;
  }

  /** Has the next engine end at once, with {@code words} as the last that it says. */
  public void breakDown(String words) {
    isBroken = true;
    lastLine = words;
  }

  /** Has the engine need {@code length} to get ready, and again to end. */
  public void takeTime(Duration length) {
    startsFor = length;
    endsFor = length;
  }

  /** Has the engine answer from now on that it cannot do its work. */
  public void makeUnfit() {
    isUnfit = true;
  }

  @Override
  public Launched start(List<String> command, Path output) {
    started.add(command);
    isAlive = !isBroken;
    since = passed;
    return new Launched() {
      @Override
      public boolean isRunning() {
        return isAlive;
      }

      @Override
      public String lastLine() {
        return lastLine;
      }
    };
  }

  @Override
  public void askToEnd(ProcessIdentity process) {
    isEnding = process.isSameAs(PROCESS);
    since = passed;
  }

  @Override
  public void pause(Duration length) {
    passed = passed.plus(length);
    Duration inState = passed.minus(since);
    if (isEnding && inState.compareTo(endsFor) >= 0) {
      end();
    } else if (isAlive && inState.compareTo(startsFor) >= 0) {
      listen();
    }
  }

  @Override
  public Optional<ProcessIdentity> find(long pid) {
    return isAlive && pid == PROCESS.pid() ? Optional.of(PROCESS) : Optional.empty();
  }

  @Override
  public List<ProcessIdentity> ancestors(long pid) {
    return List.of();
  }

  @Override
  public boolean isReady(Endpoint endpoint, AccessToken token) {
    return isAlive && !isUnfit && endpoint.equals(ENDPOINT) && token.equals(files.token(home));
  }

  @Override
  public URI dashboardLink(Endpoint endpoint, AccessToken token) {
    return endpoint.uri().resolve("/open?code=once");
  }

  private void listen() {
    if (locks.take(home, PROCESS) instanceof Taking.Taken taken) {
      taken.lock().announce(ENDPOINT);
      files.publish(home, ENDPOINT);
    }
  }

  private void end() {
    isAlive = false;
    isEnding = false;
    files.withdraw(home);
    locks.free(home);
  }
}
