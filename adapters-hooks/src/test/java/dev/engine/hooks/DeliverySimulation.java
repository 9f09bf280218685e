package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.notification.Withdrawal;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Sessions, engines and people that do what a seed says, over a real file, on a clock of their own:
 * goals R5 and R12. It fails as soon as a notice is lost, is told twice in one context, or stands
 * where its journal does not lead.
 */
final class DeliverySimulation implements AutoCloseable {

  private static final Limit MANY = new Limit(1_000);
  private static final List<Urgency> URGENCIES = List.of(Urgency.values());
  private static final int MOST_CLIENTS = 6;
  private static final int MOST_LAST_TURNS = 60;

  private final SplittableRandom random;
  private final SimulatedClock clock = new SimulatedClock();
  private final SimulatedMachine machine = new SimulatedMachine();
  private final SimulationLog log = new SimulationLog();
  private final SqliteStorage desk;
  private final SimulatedWays ways;
  private final SimulatedNotices notices;
  private final SimulatedClient.World world;
  private final List<SimulatedClient> clients = new ArrayList<>();
  private final List<ClaudeSessionId> gone = new ArrayList<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final List<Ping> pings = new ArrayList<>();
  private final List<NotificationId> queued = new ArrayList<>();
  private int step;

  /**
   * @param folder with a new {@code system.db}
   */
  DeliverySimulation(long seed, Path folder) {
    random = new SplittableRandom(seed);
    desk = SqliteStorage.open(folder.resolve("system.db"), Duration.ofSeconds(5), random.split());
    ways = new SimulatedWays(folder, clock, random.split(), machine, log);
    notices = new SimulatedNotices(desk, ways, log);
    world = new SimulatedClient.World(random.split(), clock, machine, ways, notices, log);
  }

  /** Lets {@code steps} things happen, then lets everybody listen. */
  void run(int steps) {
    ways.startEngine();
    while (step < steps) {
      next();
    }
    end();
  }

  /** What happened, and the journals of the notices that {@code failure} names. */
  String report(Throwable failure) {
    return "%s\n%s\n".formatted(log, notices.journalsNamedIn(String.valueOf(failure.getMessage())));
  }

  /** How often a notice was told. */
  int toldCount() {
    return notices.toldCount();
  }

  @Override
  public void close() {
    ways.close();
    desk.close();
  }

  private void next() {
    step++;
    log.next(step);
    switch (random.nextInt(40)) {
      case 0, 1, 2 -> startClient();
      case 3 -> killOne();
      case 4, 5 -> findLost();
      case 6 -> toggleEngine();
      case 7 -> ways.startEngine();
      case 8 -> ways.deliverStuck();
      case 9, 10 -> ways.drain();
      case 11 -> setClock();
      case 12 -> pass(Duration.ofSeconds(random.nextInt(4_000)));
      case 13 -> pass(Duration.ofSeconds(40 + random.nextInt(60)));
      case 14 -> settle();
      case 15 -> withdraw();
      case 16 -> acknowledge();
      case 17, 18, 19, 20, 21 -> queueSome();
      default -> act();
    }
    notices.check();
  }

  private void act() {
    pass(Duration.ofMillis(random.nextInt(3_000)));
    clients.removeIf(client -> !client.isRunning() && gone.add(client.session()));
    if (clients.isEmpty()) {
      start("startup", Map.of());
    }
    clients.get(random.nextInt(clients.size())).act();
  }

  private void startClient() {
    if (clients.size() >= MOST_CLIENTS) {
      return;
    }
    List<ConversationId> conversations = notices.conversations();
    switch (random.nextInt(8)) {
      case 0, 1 -> start("startup", Map.of("ENGINE_ROLE", "chief"));
      case 2, 3 -> {
        if (!conversations.isEmpty()) {
          ConversationId handed = conversations.get(random.nextInt(conversations.size()));
          start("startup", Map.of("ENGINE_CONVERSATION_ID", handed.value()));
        }
      }
      case 4, 5 -> {
        if (!gone.isEmpty()) {
          ClaudeSessionId resumed = gone.remove(random.nextInt(gone.size()));
          clients.add(new SimulatedClient(world, resumed, "resume", Map.of()));
        }
      }
      case 6 -> start("fork", Map.of());
      default -> start("startup", Map.of());
    }
  }

  private void start(String source, Map<String, String> environment) {
    ClaudeSessionId session = new ClaudeSessionId("s%08x".formatted(random.nextInt()));
    clients.add(new SimulatedClient(world, session, source, environment));
  }

  private void killOne() {
    if (!clients.isEmpty()) {
      clients.get(random.nextInt(clients.size())).kill();
    }
  }

  /** The liveness loop: a session whose process is gone has ended. */
  private void findLost() {
    for (Session session : desk.sessionViews().list(SessionFilter.LIVE, Page.first(MANY)).items()) {
      ProcessIdentity process = session.client().process();
      if (process != null && !machine.isRunning(process.pid())) {
        log.tell("lost: " + session.id());
        desk.sessions().end(session.id(), now(), EndReason.LOST);
      }
    }
  }

  private void toggleEngine() {
    if (ways.isEngineUp()) {
      log.tell("the engine is killed");
      ways.killEngine();
    } else {
      ways.startEngine();
    }
  }

  private void setClock() {
    int most = random.nextBoolean() ? 60 : 86_400;
    Duration by = Duration.ofSeconds(random.nextInt(2 * most) - most);
    clients.forEach(SimulatedClient::finishUnawaited);
    log.tell("the clock is set by " + by);
    clock.pass(by);
  }

  private void pass(Duration length) {
    if (length.compareTo(Duration.ofSeconds(5)) > 0) {
      clients.forEach(SimulatedClient::finishUnawaited);
    }
    clock.pass(length);
  }

  private void settle() {
    desk.deliveries().settle(now(), new Limit(500));
  }

  /** Mostly one; sometimes more than an answer can carry. */
  private void queueSome() {
    int count = random.nextBoolean() ? 1 + random.nextInt(14) : 1;
    for (int i = 0; i < count; i++) {
      queue();
    }
  }

  private void queue() {
    List<ConversationId> conversations = notices.conversations();
    if (conversations.isEmpty()) {
      return;
    }
    ConversationId to = conversations.get(random.nextInt(conversations.size()));
    Urgency urgency = URGENCIES.get(random.nextInt(URGENCIES.size()));
    Terms terms = Terms.PLAIN.with(urgency).ofGeneration(1 + random.nextInt(3));
    switch (random.nextInt(10)) {
      case 0 -> terms = terms.notBefore(now().plusSeconds(random.nextInt(300)));
      case 1 -> terms = terms.until(now().plusSeconds(random.nextInt(300)));
      case 2 -> {
        queueForPing(to, terms);
        return;
      }
      default -> {}
    }
    String entity = "e" + random.nextInt(200);
    store(new Notice(to, NotificationType.MESSAGE, entity, "about " + entity, "").on(terms));
  }

  private void queueForPing(ConversationId to, Terms terms) {
    Ping ping = desk.pings().send(new Appeal(null, to, Urgency.NORMAL, "May I?"), now());
    pings.add(ping);
    String id = ping.id().value();
    Notice notice =
        new Notice(to, NotificationType.MESSAGE, id, "asked", "")
            .on(terms.onlyIf(StillTrue.PING_OPEN));
    notices.isTrueWhile(store(notice), () -> !acknowledged.contains(id));
  }

  private Notification store(Notice notice) {
    Queueing queueing = desk.notifications().queue(notice, now());
    Notification stored =
        switch (queueing) {
          case Queueing.Queued now -> now.notification();
          case Queueing.QueuedBefore before -> before.notification();
        };
    queued.add(stored.id());
    return stored;
  }

  private void withdraw() {
    if (queued.isEmpty()) {
      return;
    }
    NotificationId id = queued.get(random.nextInt(queued.size()));
    if (desk.notifications().withdraw(id, "by hand", now()) instanceof Withdrawal.WithdrawnNow) {
      notices.isWithdrawn(id);
    }
  }

  private void acknowledge() {
    if (!pings.isEmpty()) {
      Ping ping = pings.get(random.nextInt(pings.size()));
      desk.pings().acknowledge(ping.id(), now());
      acknowledged.add(ping.id().value());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }

  /** Whoever still has something to hear gets somebody who listens. */
  private void end() {
    log.tell("from here on all is well");
    ways.beFaultless();
    clients.forEach(SimulatedClient::beFaultless);
    pass(Duration.ofDays(3));
    findLost();
    notices.check();
    for (int turn = 0; !notices.waiting().isEmpty(); turn++) {
      assertThat(turn)
          .as("turns until all is told: %s", notices.waiting())
          .isLessThan(MOST_LAST_TURNS);
      listen(notices.waiting().getFirst().notice().conversation());
    }
    notices.requireAllSettled();
  }

  private void listen(ConversationId conversation) {
    log.tell("somebody listens for " + conversation);
    if (conversation.isChiefs()) {
      clients.forEach(SimulatedClient::kill);
      clients.clear();
      findLost();
      pass(Duration.ofDays(1));
    }
    Map<String, String> environment =
        conversation.isChiefs()
            ? Map.of("ENGINE_ROLE", "chief")
            : Map.of("ENGINE_CONVERSATION_ID", conversation.value());
    start("startup", environment);
    SimulatedClient listener = clients.getLast();
    listener.beFaultless();
    for (int i = 0; i < 3; i++) {
      do {
        pass(Duration.ofSeconds(40));
        listener.act();
        notices.check();
      } while (!listener.isIdle());
    }
    listener.exit();
    notices.check();
  }
}
