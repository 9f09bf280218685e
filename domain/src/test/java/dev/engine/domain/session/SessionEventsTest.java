package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.aSession;
import static dev.engine.domain.session.SessionExamples.clientInPane;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionEventsTest {

  private static final Instant LATER = NOON.plusSeconds(1);

  private final Session session = aSession("0000000a", "client", "builder-00000001");

  @Test
  void onlyWhatASessionHasNotSaidBeforeIsTold() {
    Session reading = session.saying(new StatusText("reading"));
    Session writing = session.saying(new StatusText("writing"));

    assertThat(SessionEvents.said(session, session, LATER)).isEmpty();
    assertThat(SessionEvents.said(reading, reading, LATER)).isEmpty();
    assertThat(SessionEvents.said(reading, writing, LATER))
        .extracting(Happening::facts)
        .containsExactly(Facts.NONE.with("text", "writing"));
  }

  @Test
  void onlyWhatIsNewOfAClientIsTold() {
    TmuxServer server = new TmuxServer("/tmp/tmux-1000/default", 7);
    Client inServer = new Client("/a", null, null, "%1", "@1", "opus", server);
    Client withProcess =
        new Client("/b", "/t.jsonl", new ProcessIdentity(73, NOON), "%1", "@1", "opus", server);

    assertThat(news(clientInPane("%1"), inServer))
        .isEqualTo(
            Facts.NONE
                .with("cwd", "/a")
                .with("tmuxServer", "/tmp/tmux-1000/default,7")
                .with("tmuxWindow", "@1")
                .with("model", "opus"));
    assertThat(news(inServer, withProcess))
        .isEqualTo(Facts.NONE.with("cwd", "/b").with("transcriptPath", "/t.jsonl").with("pid", 73));
  }

  @Test
  void aFirstEventThatIsUnknownIsToldToo() {
    Sighting dreamt = sighting("client", new Signal.Unknown("Dreamt"), NOON);

    assertThat(SessionEvents.admitted(session, dreamt, null))
        .extracting(Happening::kind)
        .containsExactly(SessionEvents.STARTED, SessionEvents.UNKNOWN_EVENT);
  }

  @Test
  void anEventThatChangesNothingIsNotTold() {
    Client client = clientWithPid(73);
    Session stopped = session.after(sighting("client", new Signal.Stopped(), client, LATER));
    Sighting overtaken = sighting("client", new Signal.ToolStarted(), client, NOON);

    assertThat(SessionEvents.observed(stopped, stopped.after(overtaken), overtaken)).isEmpty();
  }

  @Test
  void whoHasEndedDoesNothing() {
    assertThat(session.end(LATER, EndReason.LOST).state().activity()).isEqualTo(Activity.IDLE);
  }

  @Test
  void aSessionThatWasClearedIsLookedForAsFarBackAsAClearMayBe() {
    Sighting first = sighting("client", SessionExamples.started(Source.CLEAR), NOON);

    assertThat(Admission.earliestClear(first)).isEqualTo(NOON.minusSeconds(5));
  }

  private Facts news(Client before, Client after) {
    Session earlier = session.after(sighting("client", new Signal.Stopped(), before, NOON));
    Sighting next = sighting("client", new Signal.Stopped(), after, LATER);

    List<Happening> told = SessionEvents.observed(earlier, earlier.after(next), next);

    assertThat(told).extracting(Happening::kind).containsExactly(SessionEvents.CLIENT_CHANGED);
    return told.getFirst().facts();
  }
}
