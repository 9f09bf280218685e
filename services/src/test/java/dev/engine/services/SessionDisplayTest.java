package dev.engine.services;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientInPane;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.Showing;
import dev.engine.domain.host.Showing.Shown;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.InMemoryStorage;
import org.junit.jupiter.api.Test;

final class SessionDisplayTest {

  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void theClientOfASessionIsShown() {
    Session session = inPane();
    PaneDisplay display =
        client -> new Showing.Shown(String.valueOf(client.tmuxPane()), "build", true);

    Shown shown = new SessionDisplay(storage.sessions(), display).show(session.id());

    assertThat(shown).isEqualTo(new Shown("%7", "build", true));
  }

  @Test
  void whatCannotBeShownSaysWhy() {
    Session session = inPane();

    assertThat(refusal(session, new Showing.NoPaneKnown())).endsWith("it has told of no tmux pane");
    assertThat(refusal(session, new Showing.PaneGone())).endsWith("its tmux pane is gone");
    assertThat(refusal(session, new Showing.ClientGone()))
        .endsWith("it is not in its tmux pane any more");
    assertThat(refusal(session, new Showing.NoAnswer())).endsWith("tmux does not answer");
  }

  @Test
  void whatHasEndedIsNotLookedFor() {
    Session session = inPane();
    storage.sessions().end(session.id(), NOON, EndReason.CLOSED);
    PaneDisplay refusing =
        client -> {
          throw new AssertionError("asked for " + client);
        };
    SessionDisplay display = new SessionDisplay(storage.sessions(), refusing);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> display.show(session.id()))
        .withMessageEndingWith("it has ended");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> display.show(new SessionId("ffffffff")));
  }

  private String refusal(Session session, Showing outcome) {
    SessionDisplay display = new SessionDisplay(storage.sessions(), client -> outcome);
    return String.valueOf(
        catchThrowableOfType(Conflict.class, () -> display.show(session.id())).getMessage());
  }

  private Session inPane() {
    Sighting first = sighting("a", started(Source.STARTUP), clientInPane("%7"), NOON);
    return ((Observation.Admitted) storage.sessions().admit(first, newcomer(Role.BUILDER)))
        .session();
  }
}
