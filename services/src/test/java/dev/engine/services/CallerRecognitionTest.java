package dev.engine.services;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.toolcall.ToolUseId;
import org.junit.jupiter.api.Test;

/** Who calls where no hook has told of the call, and the environment alone speaks. */
final class CallerRecognitionTest {

  private static final Client HERE = clientWithPid(73);
  private static final Client ELSEWHERE = clientWithPid(74);
  private static final ToolUseId USE = new ToolUseId("toolu_01r4xs5tkflpEse56nonstq1pD");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final CallerRecognition callers = new CallerRecognition(storage, length -> {});

  @Test
  void theSessionOfTheEnvironmentCallsWhileItLives() {
    Session told = session("a", HERE, Source.STARTUP, 0);
    Session untold = session("b", Client.UNKNOWN, Source.STARTUP, 1);
    session("c", ELSEWHERE, Source.STARTUP, 2);

    assertThat(callerNamed("a")).isEqualTo(new Caller.InSession(told));
    assertThat(callerNamed("b")).isEqualTo(new Caller.InSession(untold));
  }

  @Test
  void whoeverGoesOnInItsProcessCallsInItsPlace() {
    Session cleared = session("a", HERE, Source.STARTUP, 0);
    storage.sessions().end(cleared.id(), NOON.plusSeconds(1), EndReason.CLEAR);
    Session next = session("b", HERE, Source.CLEAR, 2);
    session("c", ELSEWHERE, Source.STARTUP, 3);

    assertThat(callerNamed("a")).isEqualTo(new Caller.InSession(next));
  }

  @Test
  void nobodySpeaksForASessionThatHasEnded() {
    Session told = session("a", HERE, Source.STARTUP, 0);
    Session untold = session("b", Client.UNKNOWN, Source.STARTUP, 0);
    session("c", ELSEWHERE, Source.STARTUP, 0);
    storage.sessions().end(told.id(), NOON.plusSeconds(1), EndReason.CLEAR);
    storage.sessions().end(untold.id(), NOON.plusSeconds(1), EndReason.OTHER);

    assertThat(callerNamed("a")).isEqualTo(new Caller.Unknown());
    assertThat(callerNamed("b")).isEqualTo(new Caller.Unknown());
    assertThat(callerNamed("nobody")).isEqualTo(new Caller.Unknown());
  }

  private Caller callerNamed(String claudeId) {
    return callers.of(new CallerClaim(USE, new ClaudeSessionId(claudeId), null));
  }

  private Session session(String claudeId, Client client, Source source, int seconds) {
    Observation first =
        storage
            .sessions()
            .admit(
                sighting(claudeId, started(source), client, NOON.plusSeconds(seconds)),
                newcomer(Role.BUILDER));
    return ((Observation.Admitted) first).session();
  }
}
