package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A session that was resumed in another client while the one that had it before still runs. */
final class SessionMovesTest {

  private static final Client OLD = clientWithPid(10);
  private static final Client NEW = clientWithPid(20);
  private static final Instant LATER = NOON.plusSeconds(60);

  private static final Session MOVED =
      SessionExamples.aSession("00000001", "a", "project-0000000a")
          .after(sighting("a", new Signal.Prompted(), OLD, NOON))
          .after(sighting("a", started(Source.RESUME), NEW, NOON.plusSeconds(1)));

  private static final Signal END = new Signal.Ended(EndReason.OTHER);

  @Test
  void theEndOfTheClientThatItHasLeftIsNotItsEnd() {
    Sighting hangup = sighting("a", END, OLD, LATER);

    assertThat(MOVED.after(hangup)).isSameAs(MOVED);
    assertThat(MOVED.isEndOfAnotherClient(hangup)).isTrue();
  }

  @Test
  void theEndOfItsOwnClientIsItsEnd() {
    Session next = MOVED.after(sighting("a", END, NEW, LATER));

    assertThat(next.state()).isEqualTo(new State.Ended(LATER, EndReason.OTHER));
  }

  @Test
  void theEndOfAClientThatSaysNothingOfItselfIsItsEnd() {
    Session next = MOVED.after(sighting("a", END, LATER));
    Session untold =
        SessionExamples.aSession("00000002", "a", "project-0000000a")
            .after(sighting("a", END, OLD, LATER));

    assertThat(next.isLive()).isFalse();
    assertThat(untold.isLive()).isFalse();
  }

  @Test
  void whatTheClientThatItHasLeftStillDoesMovesItNowhere() {
    Session next = MOVED.after(sighting("a", new Signal.ToolFinished(), OLD, LATER));

    assertThat(next.state()).isEqualTo(new State.Working(Activity.ACTIVE));
    assertThat(next.client()).isEqualTo(MOVED.client());
  }

  @Test
  void aStartInTheClientThatItHasLeftBringsItBack() {
    Session next = MOVED.after(sighting("a", started(Source.RESUME), OLD, LATER));

    assertThat(next.client()).isEqualTo(OLD);
  }

  @Test
  void aYoungerClientHasItThoughItsStartWasNotHeardOf() {
    Session inPane =
        MOVED.after(sighting("a", new Signal.Seen(), SessionExamples.clientInPane("%7"), LATER));
    Client younger = new Client("/b", null, new ProcessIdentity(30, NOON), null, null, null);

    Session next = inPane.after(sighting("a", new Signal.Prompted(), younger, LATER));

    assertThat(next.client()).isEqualTo(younger);
  }

  @Test
  void theEndOfAYoungerClientThatWasNeverHeardOfIsNotItsEnd() {
    Client younger = new Client(null, null, new ProcessIdentity(30, NOON), null, null, null);

    assertThat(MOVED.after(sighting("a", END, younger, LATER))).isSameAs(MOVED);
  }
}
