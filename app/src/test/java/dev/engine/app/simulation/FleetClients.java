package dev.engine.app.simulation;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.hooks.HookAnswer;
import dev.engine.hooks.HookCall;
import dev.engine.hooks.HookDispatcher;
import dev.engine.hooks.HookEnvironment;
import dev.engine.hooks.Surroundings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All clients of Claude Code on a machine, and the hooks by which they are seen. */
final class FleetClients {

  private static final int MOST = 4;

  private final FleetTime time;
  private final SimulatedHost host;
  private final Dice dice;
  private final FleetLog log;
  private final Supplier<Storage> store;
  private final List<FleetClient> clients = new ArrayList<>();
  private final Map<ClaudeSessionId, FleetClient> bySession = new HashMap<>();

  /**
   * @param store that hooks open now
   */
  FleetClients(
      FleetTime time, SimulatedHost host, Dice dice, FleetLog log, Supplier<Storage> store) {
    this.time = time;
    this.host = host;
    this.dice = dice;
    this.log = log;
    this.store = store;
  }

  /** Whether the client that runs {@code session}, or did, is there. */
  boolean isAlive(ClaudeSessionId session) {
    FleetClient client = bySession.get(session);
    return client != null && host.isAlive(client.process()) && client.session().equals(session);
  }

  boolean isRunning(FleetClient client) {
    return host.isAlive(client.process());
  }

  /** One of them does something, or a new one starts. */
  void act(FleetModel model) {
    clients.removeIf(client -> !host.isAlive(client.process()));
    if (clients.isEmpty() || (clients.size() < MOST && dice.isOneIn(8))) {
      List<ConversationId> known = model.conversations();
      start(model, known.isEmpty() || dice.isOneIn(3) ? null : dice.anyOf(known));
    }
    dice.anyOf(clients).act(model);
  }

  /**
   * A client starts.
   *
   * @param handed the conversation that it goes on with; null for one of its own
   */
  FleetClient start(FleetModel model, @Nullable ConversationId handed) {
    FleetClient client = new FleetClient(this, host.start(), handed);
    clients.add(client);
    client.begin("startup", model);
    return client;
  }

  void killAll() {
    clients.forEach(client -> host.kill(client.process()));
    clients.clear();
  }

  /** What a restore has undone, so that only {@code past} is left, may be told again. */
  void forgetTellingBut(List<Event> past) {
    Set<Event> kept = new HashSet<>(past);
    clients.forEach(client -> client.forgetTellingBut(kept));
  }

  /** Has a hook called, which is a process of its own. */
  String fire(FleetClient client, String event, String more) {
    time.pass(Duration.ofMillis(1 + dice.below(40)));
    String payload =
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\",\"cwd\":\"/work\"%s}"
            .formatted(client.session(), event, more);
    HookCall call =
        new HookCall(
            HookEventId.random(dice.source()),
            Door.ONE_SHOT,
            event,
            payload,
            new HookEnvironment(client.environment()),
            time.instant());
    log.tell("%s: %s".formatted(client, event));
    Surroundings surroundings =
        new Surroundings(host, asked -> Optional.empty(), () -> ZoneOffset.UTC);
    HookAnswer answer = new HookDispatcher(store.get(), surroundings, time).handle(call);
    if (!answer.stderr().isEmpty()) {
      throw new AssertionError("a hook complains: " + answer.stderr());
    }
    return answer.stdout();
  }

  void isNamed(FleetClient client, ClaudeSessionId session) {
    bySession.put(session, client);
  }

  /** {@code client} has read {@code answer}. */
  void isRead(FleetClient client, NotificationId notice, FleetModel model) {
    log.tell("%s reads notice %s".formatted(client, notice));
    model.notices().isRead(notice);
  }

  Dice dice() {
    return dice;
  }

  void kill(FleetClient client) {
    log.tell("SIGKILL for %s".formatted(client));
    host.kill(client.process());
  }

  void end(FleetClient client) {
    host.kill(client.process());
  }

  Storage store() {
    return store.get();
  }
}
