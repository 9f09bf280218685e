package dev.engine.services.loop;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Actor;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ClientReport;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Want;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {

  private static final Instant LATER = NOON.plusSeconds(600);
  private static final State RUNNING = new State.Working(Activity.TOOL_ACTIVE);

  private final InMemoryStorage storage = new InMemoryStorage();
  private Map<ClaudeSessionId, ClientReport> told = Map.of();
  private int timesAsked;

  private final Reconciliation reconciliation =
      new Reconciliation(
          storage.as(Actor.ENGINE),
          () -> {
            timesAsked++;
            return told;
          },
          () -> LATER);

  @Test
  void aToolThatWasInterruptedIsOver() {
    Session session = stored(storage.sessions(), "a");
    observe("a", new Signal.ToolStarted(), NOON);
    tell("a", ClientReport.IDLE);

    reconciliation.run();

    assertThat(now(session).state()).isEqualTo(new State.Working(Activity.IDLE));
  }

  @Test
  void aWaitIsOverWhereTheClientWorks() {
    Session session = stored(storage.sessions(), "a");
    observe("a", new Signal.WaitsFor(Want.PERMISSION), NOON);
    tell("a", ClientReport.BUSY);

    reconciliation.run();

    assertThat(now(session).state()).isEqualTo(new State.Working(Activity.ACTIVE));
  }

  @Test
  void aToolThatRunsForLongStillRuns() {
    Session session = stored(storage.sessions(), "a");
    observe("a", new Signal.ToolStarted(), NOON);
    tell("a", ClientReport.BUSY);

    reconciliation.run();

    assertThat(now(session).state()).isEqualTo(RUNNING);
  }

  @Test
  void whoTellsNothingProvesNothing() {
    Session session = stored(storage.sessions(), "a");
    observe("a", new Signal.ToolStarted(), NOON);
    tell("b", ClientReport.IDLE);

    reconciliation.run();

    assertThat(now(session).state()).isEqualTo(RUNNING);
  }

  @Test
  void anEventThatComesWhileTheClientIsAskedCounts() {
    Session session = stored(storage.sessions(), "a");
    observe("a", new Signal.ToolStarted(), NOON);
    Reconciliation overtaken =
        new Reconciliation(
            storage.as(Actor.ENGINE),
            () -> {
              observe("a", new Signal.ToolStarted(), LATER);
              return Map.of(session.claudeId(), ClientReport.IDLE);
            },
            () -> LATER);

    overtaken.run();

    assertThat(now(session).state()).isEqualTo(RUNNING);
  }

  @Test
  void nobodyIsAskedAsLongAsNothingLooksStuck() {
    stored(storage.sessions(), "idle");
    stored(storage.sessions(), "busy");
    observe("busy", new Signal.ToolStarted(), LATER.minusSeconds(299));

    reconciliation.run();

    assertThat(timesAsked).isZero();
  }

  private void observe(String claudeId, Signal signal, Instant at) {
    storage.sessions().observe(sighting(claudeId, signal, at));
  }

  private void tell(String claudeId, ClientReport report) {
    told = Map.of(new ClaudeSessionId(claudeId), report);
  }

  private Session now(Session session) {
    return storage.sessions().find(session.id()).orElseThrow();
  }
}
