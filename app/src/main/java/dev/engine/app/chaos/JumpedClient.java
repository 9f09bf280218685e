package dev.engine.app.chaos;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.host.ProcProcesses;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A session whose client is a real process that does nothing, and whose model keeps what it has
 * read in its context of now.
 */
final class JumpedClient implements AutoCloseable {

  private final SqliteStorage storage;
  private final RandomGenerator random;
  private final ClaudeSessionId id;
  private final Process process;
  private final Set<NotificationId> read = new HashSet<>();

  /** Begins a session of {@code conversation}. */
  JumpedClient(
      SqliteStorage storage, RandomGenerator random, ConversationId conversation, Instant at) {
    this.storage = storage;
    this.random = random;
    this.id = new ClaudeSessionId("client-%08x".formatted(random.nextInt()));
    this.process = idle();
    Newcomer newcomer =
        new Newcomer(
            new Assignment(Role.BUILDER, Mode.INTERACTIVE),
            conversation,
            List.of(),
            LocalDate.ofInstant(at, ZoneOffset.UTC));
    storage.sessions().admit(sighting(new Signal.Started(Source.STARTUP), at), newcomer);
  }

  private static Process idle() {
    try {
      return new ProcessBuilder("sleep", "100000").start();
    } catch (IOException failure) {
      throw new StorageUnavailable("no client can be played: " + failure.getMessage(), failure);
    }
  }

  Session session() {
    return storage.sessions().find(id).orElseThrow();
  }

  /** Its model has a turn; what it is told that it has in its context already, in words. */
  List<String> takeATurn(Instant at) {
    storage.sessions().observe(sighting(new Signal.Prompted(), at));
    return read(Occasion.TURN, at);
  }

  /** Its context is begun anew. */
  List<String> compact(Instant at) {
    storage.sessions().observe(sighting(new Signal.Started(Source.COMPACT), at));
    read.clear();
    return read(Occasion.BEGINNING, at);
  }

  /** Ends its process, and says nothing. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private List<String> read(Occasion occasion, Instant at) {
    List<String> twice = new ArrayList<>();
    storage
        .deliveries()
        .visit(new Visit(session().id(), occasion, HookEventId.random(random), at))
        .notifications()
        .forEach(
            notification -> {
              if (!read.add(notification.id())) {
                twice.add("%s told twice to %s".formatted(notification.id(), id));
              }
            });
    return twice;
  }

  private Sighting sighting(Signal signal, Instant at) {
    Arrival arrival =
        new Arrival(HookEventId.random(random), "Chaos", Door.ENGINE, Duration.ofMillis(5));
    ProcessIdentity identity = new ProcProcesses().find(process.pid()).orElse(null);
    Client client = new Client(null, null, identity, null, null, null);
    return new Sighting(id, signal, client, at, arrival);
  }
}
