package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientIn;
import static dev.engine.domain.session.SessionExamples.clientInPane;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of conversation identity, row by row, and the owner check. */
final class AdmissionTest {

  private static final Instant LATER = NOON.plusSeconds(4);
  private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
  private static final ConversationId HANDED = new ConversationId("builder-0000aaaa");
  private static final Assignment PROJECT = new Assignment(Role.PROJECT, Mode.INTERACTIVE);
  private static final Assignment CHIEF = new Assignment(Role.CHIEF, Mode.INTERACTIVE);
  private static final Assignment PRINT = new Assignment(Role.PROJECT, Mode.BACKGROUND);
  private static final String FRESH = "project-00000001";

  private static final Session OLD =
      SessionExamples.aSession("0000000a", "old", "builder-0000aaaa");

  private static final Session NESTED_BEFORE =
      SessionExamples.aSession("0000000b", "old", "project-0000bbbb");

  /**
   * @param conversation the one that is joined
   * @param previous the id of the session that is followed; null for none
   */
  record Row(
      String name,
      Sighting first,
      Newcomer newcomer,
      Relatives relatives,
      String conversation,
      Continuation continuation,
      @Nullable String previous) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    Session livePid = on(OLD, clientWithPid(73));
    Session clearedPid = cleared(livePid);
    Session clearedPane = cleared(on(OLD, clientInPane("%7")));
    Session clearedDirectory = cleared(on(OLD, clientIn("/home/dev/project")));
    Session livePane = on(OLD, clientInPane("%7"));
    Session yesterdaysChief = SessionExamples.aSession("0000000c", "c", "chief-2026-01-04");
    return Stream.of(
        new Row(
            "2: a conversation handed over by the environment",
            start(Client.UNKNOWN),
            newcomer(PROJECT, HANDED),
            Relatives.NONE,
            "builder-0000aaaa",
            Continuation.HANDOFF,
            null),
        new Row(
            "2: it follows the newest session of that conversation",
            start(Client.UNKNOWN),
            newcomer(PROJECT, HANDED),
            new Relatives(List.of(), List.of(), List.of(OLD), null),
            "builder-0000aaaa",
            Continuation.HANDOFF,
            "0000000a"),
        new Row(
            "2 before 3: the environment is still the same after a clear, and the link says clear",
            clear(clientWithPid(73)),
            newcomer(PROJECT, HANDED),
            new Relatives(List.of(clearedPid), List.of(), List.of(clearedPid), null),
            "builder-0000aaaa",
            Continuation.CLEAR,
            "0000000a"),
        new Row(
            "2 before 3: another conversation is handed over than the cleared one",
            clear(clientWithPid(73)),
            newcomer(PROJECT, new ConversationId("idea-0000bbbb")),
            new Relatives(List.of(clearedPid), List.of(), List.of(), null),
            "idea-0000bbbb",
            Continuation.HANDOFF,
            null),
        new Row(
            "2 before 5: a chief that is handed a conversation joins it",
            start(Client.UNKNOWN),
            newcomer(CHIEF, HANDED),
            Relatives.NONE,
            "builder-0000aaaa",
            Continuation.HANDOFF,
            null),
        new Row(
            "3: cleared in the same process",
            clear(clientWithPid(73)),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedPid), List.of(), List.of(), null),
            "builder-0000aaaa",
            Continuation.CLEAR,
            "0000000a"),
        new Row(
            "3: the number was reused by a process that started later",
            clear(on("/x", new ProcessIdentity(73, NOON.plusSeconds(60)))),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedPid), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: a known process that cleared nothing does not fall back to the pane",
            clear(new Client(null, null, new ProcessIdentity(9, NOON), "%7", null, null)),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedPane), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: where no process is told, the same pane",
            clear(clientInPane("%7")),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedPane), List.of(), List.of(), null),
            "builder-0000aaaa",
            Continuation.CLEAR,
            "0000000a"),
        new Row(
            "3: where no pane is told either, the same directory within 5 s",
            clear(clientIn("/home/dev/project")),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedDirectory), List.of(), List.of(), null),
            "builder-0000aaaa",
            Continuation.CLEAR,
            "0000000a"),
        new Row(
            "3: the same directory after 5 s is a coincidence",
            clear(clientIn("/home/dev/project"), NOON.plusSeconds(7)),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedDirectory), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: another directory is another client",
            clear(clientIn("/home/dev/other")),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedDirectory), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: whoever goes on in the same directory was not cleared",
            clear(clientIn("/home/dev/project")),
            newcomer(PROJECT, null),
            new Relatives(
                List.of(on(OLD, clientIn("/home/dev/project"))), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: a startup follows no cleared session",
            start(clientWithPid(73)),
            newcomer(PROJECT, null),
            new Relatives(List.of(clearedPid), List.of(), List.of(), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "3: the end of the cleared session was lost, its process tells all the same",
            clear(clientWithPid(73)),
            newcomer(PROJECT, null),
            new Relatives(List.of(), List.of(livePid), List.of(), null),
            "builder-0000aaaa",
            Continuation.CLEAR,
            "0000000a"),
        new Row(
            "4: a fork from nobody known",
            sighting("new", started(Source.FORK), LATER),
            newcomer(PROJECT, null),
            Relatives.NONE,
            FRESH,
            Continuation.FORK,
            null),
        new Row(
            "4: a fork inside a known client",
            sighting("new", started(Source.FORK), clientWithPid(73), LATER),
            newcomer(CHIEF, null),
            new Relatives(List.of(), List.of(livePid), List.of(), null),
            FRESH,
            Continuation.FORK,
            "0000000a"),
        new Row(
            "5: the first chief ever",
            start(Client.UNKNOWN),
            newcomer(CHIEF, null),
            Relatives.NONE,
            "chief-2026-01-05",
            Continuation.STARTUP,
            null),
        new Row(
            "5: the chief of a new day follows the last one",
            start(Client.UNKNOWN),
            newcomer(CHIEF, null),
            new Relatives(List.of(), List.of(), List.of(), yesterdaysChief),
            "chief-2026-01-05",
            Continuation.STARTUP,
            "0000000c"),
        new Row(
            "6: anything else is a conversation of its own",
            start(clientWithPid(74)),
            newcomer(new Assignment(Role.DEEP_WORK, Mode.INTERACTIVE), null),
            new Relatives(List.of(), List.of(livePid), List.of(), null),
            "deep-work-00000001",
            Continuation.STARTUP,
            null),
        new Row(
            "owner: a client below a live session inherits its conversation in vain",
            start(clientWithPid(99)),
            below(newcomer(CHIEF, HANDED), 80, 73),
            new Relatives(List.of(), List.of(livePid), List.of(livePid), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "owner: a client below a live session keeps its own conversation over a clear",
            clear(clientWithPid(99)),
            below(newcomer(CHIEF, HANDED), 80, 73),
            new Relatives(
                List.of(cleared(on(NESTED_BEFORE, clientWithPid(99)))),
                List.of(livePid),
                List.of(livePid),
                null),
            "project-0000bbbb",
            Continuation.CLEAR,
            "0000000b"),
        new Row(
            "owner: a -p client of an unknown process in the pane of a live session",
            start(clientInPane("%7")),
            newcomer(PRINT, HANDED),
            new Relatives(List.of(), List.of(livePane), List.of(livePane), null),
            FRESH,
            Continuation.STARTUP,
            null),
        new Row(
            "owner: a -p client of an unknown process in another pane",
            start(clientInPane("%8")),
            newcomer(PRINT, HANDED),
            new Relatives(List.of(), List.of(livePane), List.of(livePane), null),
            "builder-0000aaaa",
            Continuation.HANDOFF,
            "0000000a"),
        new Row(
            "owner: an interactive client in the pane of a session that was never seen to end",
            start(clientInPane("%7")),
            newcomer(PROJECT, HANDED),
            new Relatives(List.of(), List.of(livePane), List.of(livePane), null),
            "builder-0000aaaa",
            Continuation.HANDOFF,
            "0000000a"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void joins(Row row) {
    Admission admission =
        Admission.of(row.first(), row.newcomer(), row.relatives(), new ScriptedRandom(1));

    SessionId previous = row.previous() == null ? null : new SessionId(row.previous());
    assertThat(admission.origin())
        .isEqualTo(
            new Origin(
                new ConversationId(row.conversation()),
                row.continuation(),
                previous,
                row.first().at()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void displacesOnlyALiveSessionThatWasCleared(Row row) {
    Admission admission =
        Admission.of(row.first(), row.newcomer(), row.relatives(), new ScriptedRandom(1));

    boolean endWasLost = row.name().contains("was lost");
    assertThat(admission.displaced()).isEqualTo(endWasLost ? OLD.id() : null);
  }

  private static Sighting start(Client client) {
    return sighting("new", started(Source.STARTUP), client, LATER);
  }

  private static Sighting clear(Client client) {
    return clear(client, LATER);
  }

  private static Sighting clear(Client client, Instant at) {
    return sighting("new", started(Source.CLEAR), client, at);
  }

  private static Newcomer newcomer(Assignment assignment, @Nullable ConversationId handed) {
    return new Newcomer(assignment, handed, List.of(), TODAY);
  }

  private static Newcomer below(Newcomer newcomer, long... pids) {
    List<ProcessIdentity> ancestors =
        Stream.of(pids[0], pids[1])
            .map(pid -> new ProcessIdentity(pid, NOON.minusSeconds(3600)))
            .toList();
    return new Newcomer(newcomer.assignment(), newcomer.handed(), ancestors, TODAY);
  }

  private static Client on(String cwd, ProcessIdentity process) {
    return new Client(cwd, null, process, null, null, null);
  }

  private static Session on(Session session, Client client) {
    return session.after(sighting("old", new Signal.Seen(), client, NOON));
  }

  private static Session cleared(Session session) {
    return session.end(NOON, EndReason.CLEAR);
  }
}
