package dev.engine.services.briefing;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.failing;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.Urgency;
import dev.engine.domain.briefing.LookMark;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefingTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final Instant NOW = NOON.plusSeconds(3_600);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Briefing briefing = new Briefing(storage, () -> NOW);

  @Test
  void whereNothingHappenedNothingIsNew() {
    Brief brief = briefing.sinceLooked(Reader.PERSON);

    assertThat(brief).isEqualTo(new Brief(null, 0, true, BigDecimal.ZERO, List.of()));
  }

  @Test
  void newsAreGroupedTheWorstFirst() {
    SessionId lost = session("lost", 0);
    SessionId ended = session("ended", 0);
    session("waiting", 0);
    storage.sessions().end(ended, at(1), EndReason.CLEAR);
    storage.sessions().end(lost, at(2), EndReason.LOST);
    storage.sessions().observe(sighting("waiting", new Signal.WaitsFor(Want.PERMISSION), at(3)));
    storage.pings().send(new Appeal(null, null, Urgency.HIGH, "Deploy now?"), at(4));
    worker("Compare.");
    completed(storage, claimed(storage, at(5)).worker().id(), at(6));
    failing(storage, "Build it.", at(7));
    storage
        .stagedContent()
        .stage(new Exhibit(Kind.MARKDOWN, "The plan", "#"), Provenance.UNKNOWN, at(8), null);
    skip("the run before was still going");

    Brief brief = briefing.sinceLooked(Reader.PERSON);

    assertThat(brief.groups())
        .extracting(Brief.Group::topic, Brief.Group::count)
        .containsExactly(
            tuple(Topic.FAILED, 1),
            tuple(Topic.LOST, 1),
            tuple(Topic.ASKED, 2),
            tuple(Topic.SKIPPED, 1),
            tuple(Topic.FINISHED, 1),
            tuple(Topic.STAGED, 1),
            tuple(Topic.STARTED, 3),
            tuple(Topic.ENDED, 1));
    assertThat(brief.groups().getFirst().newest())
        .extracting(Brief.Item::at, Brief.Item::kind, Brief.Item::text)
        .containsExactly(tuple(at(7), Subject.Kind.WORKER, "research worker: Build it."));
    assertThat(brief.groups().get(2).newest())
        .extracting(Brief.Item::kind)
        .containsExactly(null, Subject.Kind.PING);
    assertThat(brief.groups().get(2).newest())
        .extracting(Brief.Item::text)
        .satisfiesExactly(
            first -> assertThat(first).endsWith(": session waits for permission"),
            second -> assertThat(second).isEqualTo("ping, high, open: Deploy now?"));
    assertThat(brief.groups().get(3).newest())
        .extracting(Brief.Item::text)
        .containsExactly("mission nightly: the run before was still going");
  }

  @Test
  void whoLookedIsToldOfWhatCameAfter() {
    worker("Compare.");
    failing(storage, "Build it.", at(1));
    Brief first = briefing.sinceLooked(Reader.PERSON);

    LookMark mark = briefing.looked(Reader.PERSON, first.upTo());
    storage.pings().send(new Appeal(null, null, Urgency.HIGH, "Deploy now?"), at(4));
    Brief second = briefing.sinceLooked(Reader.PERSON);

    assertThat(mark).isEqualTo(new LookMark(Reader.PERSON, first.upTo(), NOW));
    assertThat(second.since()).isEqualTo(NOW);
    assertThat(second.groups()).extracting(Brief.Group::topic).containsExactly(Topic.ASKED);
    assertThat(briefing.sinceLooked(new Reader("phone")).groups())
        .extracting(Brief.Group::topic)
        .containsExactly(Topic.FAILED, Topic.ASKED);
  }

  @Test
  void aTimeMayBeNamedInstead() {
    failing(storage, "Early.", NOW.minusSeconds(601));
    failing(storage, "Late.", NOW.minusSeconds(599));
    briefing.looked(Reader.PERSON, storage.journal().head());

    Brief brief = briefing.within(TimeSpan.parse("10m"));

    assertThat(brief.since()).isEqualTo(NOW.minusSeconds(600));
    assertThat(brief.groups()).hasSize(1);
    assertThat(brief.groups().getFirst().newest())
        .extracting(Brief.Item::text)
        .containsExactly("research worker: Late.");
  }

  @Test
  void whatWorkersCostIsAddedUpWhateverBecameOfThem() {
    spent(new AttemptEnd.Succeeded("", 0, costing("0.25")), 1);
    spent(new AttemptEnd.Failed("exit code 1", 1, costing("1.5")), 2);
    briefing.looked(Reader.PERSON, storage.journal().head());
    spent(new AttemptEnd.Asked("Which?", 0, costing("0.000001")), 3);
    spent(new AttemptEnd.Succeeded("", 0, Usage.UNKNOWN), 4);
    spent(new AttemptEnd.Succeeded("", 0, costing("0.01")), 5);

    assertThat(briefing.sinceLooked(Reader.PERSON).spentUsd()).isEqualByComparingTo("0.010001");
    assertThat(briefing.sinceLooked(new Reader("phone")).spentUsd())
        .isEqualByComparingTo("1.760001");
  }

  @Test
  void aSessionThatWaitsNoMoreAsksForNothing() {
    session("a", 0);
    storage.sessions().observe(sighting("a", new Signal.WaitsFor(Want.PERMISSION), at(3)));
    storage.sessions().observe(sighting("a", new Signal.ToolStarted(), at(4)));

    Brief brief = briefing.sinceLooked(Reader.PERSON);

    assertThat(brief.groups()).extracting(Brief.Group::topic).containsExactly(Topic.STARTED);
  }

  @Test
  void aSessionThatWasResumedHasNotEnded() {
    SessionId session = session("a", 0);
    storage.sessions().end(session, at(1), EndReason.LOST);
    storage.sessions().observe(sighting("a", started(Source.RESUME), at(2)));

    Brief brief = briefing.sinceLooked(Reader.PERSON);

    assertThat(brief.groups()).extracting(Brief.Group::topic).containsExactly(Topic.STARTED);
  }

  @Test
  void ofManyTheNewestAreShownAndAllAreCounted() {
    for (int i = 0; i < 12; i++) {
      failing(storage, "Task " + i, at(i));
    }

    Brief.Group failed = briefing.sinceLooked(Reader.PERSON).groups().getFirst();

    assertThat(failed.count()).isEqualTo(12);
    assertThat(failed.newest()).hasSize(10);
    assertThat(failed.newest().getFirst().text()).isEqualTo("research worker: Task 2");
    assertThat(failed.newest().getLast().text()).isEqualTo("research worker: Task 11");
  }

  @Test
  void aMarkIsNotSetBeyondWhatHappened() {
    worker("Compare.");
    long head = storage.journal().head();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> briefing.looked(Reader.PERSON, head + 1));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> briefing.looked(Reader.PERSON, -1));
    assertThat(storage.lookMarks().find(Reader.PERSON)).isEmpty();
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }

  private SessionId session(String claudeId, int minutes) {
    Observation first =
        storage
            .sessions()
            .admit(
                sighting(claudeId, started(Source.STARTUP), at(minutes)), newcomer(Role.PROJECT));
    return ((Observation.Admitted) first).session().id();
  }

  private WorkerId worker(String instructions) {
    return spawned(storage, instructions, NOON).id();
  }

  private void spent(AttemptEnd end, int minutes) {
    worker("Task " + minutes);
    finished(storage, claimed(storage, at(minutes)).worker().id(), end, at(minutes));
  }

  private static Usage costing(String usd) {
    return new Usage(new BigDecimal(usd), null);
  }

  private void skip(String reason) {
    ScheduledMissionId id = MissionExamples.stored(storage.scheduledMissions(), "nightly").id();
    storage.missions().record(new Slot(id, at(9)), null, new Mission.State.Skipped(reason), at(9));
  }
}
