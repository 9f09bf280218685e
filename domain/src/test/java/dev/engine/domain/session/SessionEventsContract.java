package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientIn;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} tell the journal. */
public interface SessionEventsContract {

  Instant LATER = NOON.plusSeconds(1);
  Instant LAST = NOON.plusSeconds(2);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aFirstEventTellsOfTheSession() {
    Storage storage = storage();
    Sighting first = sighting("a", started(Source.STARTUP), clientIn("/home/dev"), NOON);

    var told = Told.by(storage, () -> storage.sessions().admit(first, newcomer(Role.BUILDER)));

    Session session = only(storage);
    assertThat(told)
        .containsExactly(
            of(
                session,
                "session.started",
                NOON,
                "{\"role\":\"builder\",\"mode\":\"interactive\",\"continuation\":\"startup\","
                    + "\"claudeSessionId\":\"a\",\"cwd\":\"/home/dev\"}"));
  }

  @Test
  default void aFirstEventThatIsNoStartTellsWhereItLeads() {
    Storage storage = storage();
    Sighting first = sighting("a", new Signal.WaitsFor(Want.PERMISSION), NOON);

    var told = Told.by(storage, () -> storage.sessions().admit(first, newcomer(Role.PROJECT)));

    assertThat(told)
        .extracting(Happening::kind)
        .containsExactly(SessionEvents.STARTED, SessionEvents.WAITING);
  }

  @Test
  default void aClearWhoseEndWasNeverSeenTellsOfBoth() {
    Storage storage = storage();
    Session old =
        admitted(storage, sighting("a", started(Source.STARTUP), clientWithPid(73), NOON));
    Sighting cleared = sighting("b", started(Source.CLEAR), clientWithPid(73), LATER);

    var told = Told.by(storage, () -> storage.sessions().admit(cleared, newcomer(Role.PROJECT)));

    assertThat(told.getFirst())
        .isEqualTo(of(old, "session.ended", LATER, "{\"reason\":\"clear\"}"));
    assertThat(told.getLast().facts().json())
        .contains("\"continuation\":\"clear\",\"previousSessionId\":\"%s\"".formatted(old.id()));
    assertThat(told)
        .extracting(Happening::kind)
        .containsExactly(SessionEvents.ENDED, SessionEvents.STARTED);
  }

  @Test
  default void everyChangeOfStateIsTold() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    assertThat(
            Told.by(
                storage,
                () -> observe(storage, new Signal.Prompted(), NOON.plusSeconds(1)),
                () -> observe(storage, new Signal.ToolStarted(), NOON.plusSeconds(2)),
                () -> observe(storage, new Signal.WaitsFor(Want.PERMISSION), NOON.plusSeconds(3)),
                () -> observe(storage, new Signal.ToolFinished(), NOON.plusSeconds(4)),
                () -> observe(storage, new Signal.Stopped(), NOON.plusSeconds(5)),
                () -> observe(storage, new Signal.WaitsFor(Want.INPUT), NOON.plusSeconds(6)),
                () -> observe(storage, new Signal.Ended(EndReason.LOGOUT), NOON.plusSeconds(7))))
        .containsExactly(
            of(session, "session.active", NOON.plusSeconds(1), "{}"),
            of(session, "session.tool_active", NOON.plusSeconds(2), "{}"),
            of(session, "session.waiting", NOON.plusSeconds(3), "{\"for\":\"permission\"}"),
            of(session, "session.active", NOON.plusSeconds(4), "{}"),
            of(session, "session.idle", NOON.plusSeconds(5), "{}"),
            of(session, "session.waiting", NOON.plusSeconds(6), "{\"for\":\"input\"}"),
            of(session, "session.ended", NOON.plusSeconds(7), "{\"reason\":\"logout\"}"));
  }

  @Test
  default void aSignOfLifeIsNotTold() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    assertThat(
            Told.by(
                storage,
                () -> observe(storage, new Signal.Seen(), LATER),
                () -> observe(storage, new Signal.Stopped(), LAST),
                () -> observe(storage, started(Source.STARTUP), NOON.plusSeconds(3))))
        .isEmpty();
    assertThat(only(storage).report().lastSeenAt()).isAfter(session.report().lastSeenAt());
  }

  @Test
  default void anOvertakenEventIsNotTold() {
    Storage storage = storage();
    stored(storage.sessions(), "a");
    observe(storage, new Signal.Stopped(), LAST);

    assertThat(Told.by(storage, () -> observe(storage, new Signal.ToolStarted(), LATER))).isEmpty();
  }

  @Test
  default void ofAStartThatWasOvertakenTheNewContextIsTold() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    observe(storage, new Signal.Stopped(), LAST);

    assertThat(Told.by(storage, () -> observe(storage, started(Source.COMPACT), LATER)))
        .containsExactly(of(session, "session.continued", LATER, "{\"source\":\"compact\"}"));
  }

  @Test
  default void aCompactionIsToldAndWhereItLeads() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    observe(storage, new Signal.Prompted(), NOON);

    assertThat(Told.by(storage, () -> observe(storage, started(Source.COMPACT), LATER)))
        .containsExactly(
            of(session, "session.continued", LATER, "{\"source\":\"compact\"}"),
            of(session, "session.idle", LATER, "{}"));
  }

  @Test
  default void aResumeIsToldOnce() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    observe(storage, new Signal.Ended(EndReason.OTHER), LATER);

    assertThat(Told.by(storage, () -> observe(storage, started(Source.RESUME), LAST)))
        .containsExactly(of(session, "session.resumed", LAST, "{\"source\":\"resume\"}"));
  }

  @Test
  default void aLateEventOfAnEndedSessionIsTold() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    observe(storage, new Signal.Ended(EndReason.OTHER), LATER);

    assertThat(
            Told.by(
                storage,
                () -> observe(storage, new Signal.ToolFinished(), LAST),
                () -> observe(storage, new Signal.Ended(EndReason.CLEAR), LAST)))
        .containsExactly(
            of(session, "session.late_event", LAST, "{\"signal\":\"tool_finished\"}"),
            of(session, "session.late_event", LAST, "{\"signal\":\"ended\"}"));
  }

  @Test
  default void theEndOfAClientThatASessionHasLeftIsToldAsThat() {
    Storage storage = storage();
    Session session =
        admitted(storage, sighting("a", started(Source.STARTUP), clientWithPid(73), NOON));
    Sighting resumed = sighting("a", started(Source.RESUME), clientWithPid(74), LATER);
    storage.sessions().observe(resumed);
    Sighting hangup = sighting("a", new Signal.Ended(EndReason.OTHER), clientWithPid(73), LAST);

    assertThat(Told.by(storage, () -> storage.sessions().observe(hangup)))
        .containsExactly(
            of(session, "session.late_event", LAST, "{\"signal\":\"ended\",\"pid\":73}"));
    assertThat(only(storage)).isEqualTo(session.after(resumed));
  }

  @Test
  default void anUnknownEventIsToldByItsName() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    Signal teaTime = new Signal.Unknown("Tea\u001b\"Time");
    String json = "{\"event\":\"Tea\\u001b\\\"Time\"}";

    assertThat(
            Told.by(
                storage,
                () -> observe(storage, teaTime, NOON),
                () -> storage.sessions().end(session.id(), LATER, EndReason.LOST),
                () -> observe(storage, teaTime, LAST)))
        .containsExactly(
            of(session, "session.unknown_event", NOON, json),
            of(session, "session.ended", LATER, "{\"reason\":\"lost\"}"),
            of(session, "session.unknown_event", LAST, json));
  }

  @Test
  default void whatAClientTellsAnewIsTold() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    ProcessIdentity process = new ProcessIdentity(73, NOON);
    Client client = new Client("/a", "/a.jsonl", process, "%7", "chief", "claude-opus-5-5");

    assertThat(
            Told.by(
                storage,
                () -> observe(storage, client, LATER),
                () -> observe(storage, client, LAST),
                () -> observe(storage, clientIn("/b"), LAST)))
        .containsExactly(
            of(
                session,
                "session.client_changed",
                LATER,
                "{\"cwd\":\"/a\",\"transcriptPath\":\"/a.jsonl\",\"tmuxPane\":\"%7\","
                    + "\"tmuxWindow\":\"chief\",\"model\":\"claude-opus-5-5\",\"pid\":73}"),
            of(session, "session.client_changed", LAST, "{\"cwd\":\"/b\"}"));
  }

  @Test
  default void anEndByHandIsToldOnce() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    assertThat(
            Told.by(
                storage,
                () -> storage.sessions().end(session.id(), LATER, EndReason.CLOSED),
                () -> storage.sessions().end(session.id(), LAST, EndReason.LOST),
                () -> storage.sessions().end(new SessionId("0000beef"), LAST, EndReason.LOST)))
        .containsExactly(of(session, "session.ended", LATER, "{\"reason\":\"closed\"}"));
  }

  @Test
  default void whatWasProvenIsToldWithItsProof() {
    Storage storage = storage();
    Session session = admitted(storage, sighting("a", new Signal.WaitsFor(Want.PERMISSION), NOON));

    assertThat(
            Told.by(
                storage,
                () -> storage.sessions().settle(only(storage), Proof.REPORTED_BUSY, LATER),
                () -> storage.sessions().settle(only(storage), Proof.REPORTED_BUSY, LATER),
                () -> storage.sessions().settle(only(storage), Proof.REPORTED_IDLE, LATER),
                () -> storage.sessions().settle(only(storage), Proof.PANE_GONE, LAST),
                () -> storage.sessions().settle(session, Proof.PROCESS_GONE, LAST)))
        .containsExactly(
            of(session, "session.active", LATER, "{\"proof\":\"reported_busy\"}"),
            of(session, "session.idle", LATER, "{\"proof\":\"reported_idle\"}"),
            of(session, "session.ended", LAST, "{\"proof\":\"pane_gone\",\"reason\":\"lost\"}"));
  }

  @Test
  default void aNewStatusIsToldOnce() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    StatusText status = new StatusText("reading \"the spec\"");

    assertThat(
            Told.by(
                storage,
                () -> storage.sessions().say(session.id(), status, LATER),
                () -> storage.sessions().say(session.id(), status, LAST),
                () -> storage.sessions().say(new SessionId("0000beef"), status, LAST)))
        .containsExactly(
            of(session, "session.status_said", LATER, "{\"text\":\"reading \\\"the spec\\\"\"}"));
  }

  private static Session only(Storage storage) {
    return storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items().getFirst();
  }

  private static Session admitted(Storage storage, Sighting first) {
    Observation observation = storage.sessions().admit(first, newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }

  private static void observe(Storage storage, Signal signal, Instant at) {
    storage.sessions().observe(sighting("a", signal, at));
  }

  private static void observe(Storage storage, Client client, Instant at) {
    storage.sessions().observe(sighting("a", new Signal.Seen(), client, at));
  }

  private static Happening of(Session session, String kind, Instant at, String json) {
    return new Happening(
        at, new EventKind(kind), session.conversation(), session.id(), null, new Facts(json));
  }
}
