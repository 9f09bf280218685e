package dev.engine.services.loop;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LivenessTest {

  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final TmuxServer SERVER = new TmuxServer("/tmp/tmux-1000/default", 70);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedMachine machine = new SimulatedMachine(NOON);
  private final Liveness liveness = new Liveness(storage.as(Actor.ENGINE), machine, machine);

  @Test
  void aSessionWhoseProcessWasKilledIsLostInTwoRounds() {
    Session session = began("a", in(machine.start(73)));
    rounds(3);
    machine.kill(73);

    rounds(1);
    boolean isLiveAfterOne = now(session).isLive();
    rounds(1);

    assertThat(isLiveAfterOne).isTrue();
    assertThat(now(session).state()).isEqualTo(new State.Ended(machine.instant(), EndReason.LOST));
    assertThat(lastEvent().actor()).isEqualTo(Actor.ENGINE);
    assertThat(lastEvent().happening().facts().json()).contains("process_gone");
  }

  @Test
  void aDayWithoutAWordEndsNothing() {
    Session session = began("a", in(machine.start(73)));

    for (int i = 0; i < 8_640; i++) {
      rounds(1);
    }

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void aMachineThatSleptEndsNothing() {
    Session session = began("a", in(machine.start(73)));
    rounds(1);
    machine.pass(Duration.ofDays(30));

    rounds(3);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void aClockThatIsSetEndsNothing() {
    Session session = began("a", in(machine.start(73)));
    for (int days : new int[] {1, -1, 400, -800, 400}) {
      machine.set(Duration.ofDays(days));

      rounds(3);

      assertThat(now(session).isLive()).as("after a step of %d days", days).isTrue();
    }
  }

  @Test
  void aNumberGivenOutAnewDoesNotKeepASessionAlive() {
    Session session = began("a", in(machine.start(73)));
    machine.kill(73);
    machine.pass(Duration.ofMillis(10));
    machine.start(73);

    rounds(2);

    assertThat(reason(session)).isEqualTo(EndReason.LOST);
  }

  @Test
  void aRebootEndsAllThatRanBefore() {
    Session session = began("a", in(machine.start(73)));
    machine.reboot();
    machine.start(73);

    rounds(2);

    assertThat(reason(session)).isEqualTo(EndReason.LOST);
  }

  @Test
  void anEventBetweenTwoRoundsIsASignOfLife() {
    Session session = began("a", in(machine.start(73)));
    machine.kill(73);
    rounds(1);
    storage.sessions().observe(sighting("a", new Signal.Prompted(), NOON.plusSeconds(15)));

    rounds(1);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void aSessionThatIsResumedInAnotherProcessLives() {
    Session session = began("a", in(machine.start(73)));
    machine.kill(73);
    rounds(1);
    Client resumed = in(machine.start(74));
    storage
        .sessions()
        .observe(sighting("a", started(Source.RESUME), resumed, NOON.plusSeconds(15)));

    rounds(3);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void aSessionThatIsResumedByAClientThatTellsNothingIsNotJudgedByItsOldProcess() {
    Session session = began("a", in(machine.start(73)));
    storage.sessions().observe(sighting("a", started(Source.RESUME), NOON.plusSeconds(15)));
    machine.kill(73);

    rounds(3);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void theTrueReasonMayComeLate() {
    Session session = began("a", in(machine.start(73)));
    machine.kill(73);
    rounds(1);
    storage
        .sessions()
        .observe(sighting("a", new Signal.Ended(EndReason.LOGOUT), NOON.plusSeconds(15)));

    rounds(2);

    assertThat(reason(session)).isEqualTo(EndReason.LOGOUT);
  }

  @Test
  void withoutProcessAndPaneNothingEndsASession() {
    Session session = began("a", Client.UNKNOWN);
    Session numbered = began("b", in(new ProcessIdentity(73, null)));
    Session somewhere = began("c", inPane(null, "%7", null));

    for (int i = 0; i < 100; i++) {
      machine.pass(Duration.ofDays(1));
      rounds(1);
    }

    assertThat(now(session).isLive()).isTrue();
    assertThat(now(numbered).isLive()).isTrue();
    assertThat(now(somewhere).isLive()).isTrue();
    assertThat(now(session).quietSince(machine.instant())).contains(NOON);
  }

  @Test
  void aPaneThatIsGoneEndsASessionWhoseProcessIsNotKnown() {
    Session session = began("a", inPane(null, "%7", SERVER));
    machine.show(SERVER, "%7", "%8");
    rounds(2);
    boolean isLiveInItsPane = now(session).isLive();
    machine.show(SERVER, "%8");

    rounds(2);

    assertThat(isLiveInItsPane).isTrue();
    assertThat(reason(session)).isEqualTo(EndReason.LOST);
    assertThat(lastEvent().happening().facts().json()).contains("pane_gone");
  }

  @Test
  void aServerThatDoesNotAnswerProvesNothing() {
    Session session = began("a", inPane(null, "%7", SERVER));
    machine.silence(SERVER);

    rounds(3);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void withItsServerGoesEachPane() {
    Session session = began("a", inPane(null, "%7", SERVER));
    machine.show(SERVER);

    rounds(2);

    assertThat(reason(session)).isEqualTo(EndReason.LOST);
  }

  @Test
  void aClientThatOutlivesItsPaneLives() {
    Session session = began("a", inPane(machine.start(73), "%7", SERVER));
    machine.show(SERVER, "%8");

    rounds(3);

    assertThat(now(session).isLive()).isTrue();
  }

  @Test
  void hundredsOfSessionsAreLookedAt() {
    for (int i = 0; i < 1_001; i++) {
      began("s" + i, in(machine.start(100 + i)));
    }
    machine.kill(100);
    machine.kill(1_100);

    rounds(2);

    assertThat(LiveSessions.of(storage.sessionViews())).hasSize(999);
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      machine.pass(ROUND);
      assertThat(liveness.run()).isEqualTo(Rest.NOTHING_LEFT);
    }
  }

  private Session began(String claudeId, Client client) {
    Observation observation =
        storage
            .sessions()
            .admit(
                sighting(claudeId, started(Source.STARTUP), client, at()), newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }

  private Instant at() {
    return machine.instant();
  }

  private Session now(Session session) {
    return storage.sessions().find(session.id()).orElseThrow();
  }

  private EndReason reason(Session session) {
    return ((State.Ended) now(session).state()).reason();
  }

  private Event lastEvent() {
    return storage.journal().after(0, EventFilter.ALL, new Limit(1_000)).getLast();
  }

  private static Client in(ProcessIdentity process) {
    return inPane(process, null, null);
  }

  private static Client inPane(
      @Nullable ProcessIdentity process, @Nullable String pane, @Nullable TmuxServer server) {
    return new Client(null, null, process, pane, null, null, server);
  }
}
