package dev.engine.domain.toolcall;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.toolcall.ToolCall.Outcome;
import dev.engine.domain.toolcall.ToolCall.State;
import dev.engine.domain.toolcall.ToolUse.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link ToolCalls} promises, of what {@code Sessions} is told. */
public interface ToolCallsContract {

  ToolUseId ID = new ToolUseId("toolu_01r4xs5tkflpEse56nonstq1pD");

  /** An empty store. */
  Storage storage();

  @Test
  default void aCallIsKnownFromTheEventThatBeginsIt() {
    Storage storage = storage();
    Session session = SessionExamples.stored(storage.sessions(), "a-session");

    tell(storage, Phase.STARTED, NOON.plusSeconds(1));

    assertThat(storage.toolCalls().find(ID))
        .contains(new ToolCall(ID, session.id(), "Bash", NOON.plusSeconds(1), new State.Running()));
  }

  @Test
  default void itsEndIsKnownFromTheEventThatTellsIt() {
    Storage storage = storage();
    SessionExamples.stored(storage.sessions(), "a-session");

    tell(storage, Phase.STARTED, NOON.plusSeconds(1));
    tell(storage, Phase.FAILED, NOON.plusSeconds(3));

    assertThat(storage.toolCalls().find(ID))
        .map(ToolCall::state)
        .contains(new State.Finished(NOON.plusSeconds(3), Outcome.FAILED));
  }

  @Test
  default void anEndThatOvertakesTheBeginningStands() {
    Storage storage = storage();
    SessionExamples.stored(storage.sessions(), "a-session");

    tell(storage, Phase.DONE, NOON.plusSeconds(3));
    tell(storage, Phase.STARTED, NOON.plusSeconds(1));

    ToolCall call = storage.toolCalls().find(ID).orElseThrow();
    assertThat(call.startedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(call.state()).isEqualTo(new State.Finished(NOON.plusSeconds(3), Outcome.DONE));
  }

  @Test
  default void theFirstEventOfASessionCountsToo() {
    Storage storage = storage();

    Observation observed =
        storage
            .sessions()
            .admit(
                sighting("a-session", new Signal.ToolStarted(), NOON)
                    .withTool(new ToolUse(ID, "Bash", Phase.STARTED)),
                newcomer(Role.PROJECT));

    assertThat(storage.toolCalls().find(ID))
        .map(ToolCall::session)
        .contains(((Observation.Admitted) observed).session().id());
  }

  @Test
  default void theOldestAreForgotten() {
    Storage storage = storage();
    SessionExamples.stored(storage.sessions(), "a-session");
    tell(storage, Phase.STARTED, NOON.plusSeconds(1));

    int tooOld = storage.toolCalls().forget(NOON.plusSeconds(1), new Limit(10));
    int old = storage.toolCalls().forget(NOON.plusSeconds(2), new Limit(10));

    assertThat(tooOld).isZero();
    assertThat(old).isEqualTo(1);
    assertThat(storage.toolCalls().find(ID)).isEmpty();
  }

  @Test
  default void aListHasTheCallsOfOneSessionTheLatestFirst() {
    Storage storage = storage();
    Session session = SessionExamples.stored(storage.sessions(), "a-session");
    Session other = SessionExamples.stored(storage.sessions(), "another");
    for (int i = 0; i < 5; i++) {
      begin(storage, "a-session", "toolu_" + i, NOON.plusSeconds(i / 2));
    }
    begin(storage, "another", "toolu_x", NOON.plusSeconds(1));

    List<ToolCall> calls = storage.toolCalls().list(session.id(), Page.FIRST).items();
    PagedList<ToolCall> list = page -> storage.toolCalls().list(session.id(), page);

    assertThat(calls)
        .extracting(call -> call.id().value())
        .containsExactly("toolu_4", "toolu_3", "toolu_2", "toolu_1", "toolu_0");
    assertThat(storage.toolCalls().list(other.id(), Page.FIRST).items()).hasSize(1);
    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> begin(storage, "a-session", "toolu_9", NOON.plusSeconds(9)));
  }

  private static void tell(Storage storage, Phase phase, Instant at) {
    Signal signal = phase == Phase.STARTED ? new Signal.ToolStarted() : new Signal.ToolFinished();
    storage
        .sessions()
        .observe(sighting("a-session", signal, at).withTool(new ToolUse(ID, "Bash", phase)));
  }

  private static void begin(Storage storage, String claudeId, String id, Instant at) {
    Client teller = SessionExamples.clientIn("/" + id); // no two sightings are to be one call
    storage
        .sessions()
        .observe(
            sighting(claudeId, new Signal.ToolStarted(), teller, at)
                .withTool(new ToolUse(new ToolUseId(id), "Bash", Phase.STARTED)));
  }
}
