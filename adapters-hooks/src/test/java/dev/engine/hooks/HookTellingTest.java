package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions are told through the answers of their hooks, over a store on disk. */
final class HookTellingTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private SqliteStorage storage;
  private HookDispatcher hooks;
  private int calls;
  private Instant now = NOON.plusSeconds(3_600);

  @BeforeEach
  void open() {
    Path file = folder.resolve("system.db");
    new SqliteDatabase(file, PATIENCE, () -> NOON).keeper().migrate();
    storage = SqliteStorage.open(file, PATIENCE, new SplittableRandom(7));
    hooks = new HookDispatcher(storage, BareMachine.surroundings(), () -> now);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2.0.76-compact-and-clear",
        "v2.1.197-compact-and-clear",
        "v2.1.330-compact-and-clear"
      })
  void whatIsQueuedBeforeAClearIsToldOnceAfterIt(String stream) {
    List<HookCall> run = RecordedStream.calls(stream);
    int clear = indexOf(run, "\"source\":\"clear\"");
    List<HookAnswer> before = handle(run.subList(0, Math.max(clear - 1, 1)));
    NotificationId queued = queue("the review moved to Friday");

    List<HookAnswer> after = handle(run.subList(Math.max(clear - 1, 1), run.size()));

    assertThat(before).containsOnly(HookAnswer.SILENCE);
    assertThat(after)
        .filteredOn(answer -> answer.stdout().contains("the review moved to Friday"))
        .hasSize(1);
    Session last = newest();
    State.Confirmed told = (State.Confirmed) find(queued).state();
    assertThat(told.offer().to()).isEqualTo(last.id());
    assertThat(told.offer().at()).isAfter(find(queued).createdAt());
    assertThat(told.at()).isAfter(told.offer().at());
  }

  @Test
  void anAnswerIsOneJsonObjectThatNamesItsEvent() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    queue("a \"quoted\" line");

    HookAnswer answer = hooks.handle(call("UserPromptSubmit", ""));

    assertThat(answer.stderr()).isEmpty();
    assertThat(answer.stdout())
        .startsWith(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"UserPromptSubmit\","
                + "\"additionalContext\":\"=== ENGINE NOTICES: 1 shown, 0 more waiting ===\\n")
        .endsWith("=== END OF ENGINE NOTICES ===\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "SessionStart,       true",
    "UserPromptSubmit,   true",
    "PostToolBatch,      true",
    "PostToolUse,        false",
    "PreToolUse,         false",
    "PostToolUseFailure, false",
    "PermissionRequest,  false",
    "Notification,       false",
    "Stop,               false",
    "SubagentStart,      false",
    "SubagentStop,       false",
    "PreCompact,         false",
    "SomethingNew,       false"
  })
  void onlySomeEventsCarryNotices(String event, boolean carries) {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    queue("hello");

    HookAnswer answer = hooks.handle(call(event, ""));

    assertThat(answer.stdout().contains("hello")).isEqualTo(carries);
  }

  @Test
  void aPostToolUseThatTheClientWaitsForCarriesThem() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    queue("hello");

    HookAnswer answer =
        hooks.handle(call("PostToolUse", "", Door.ENGINE, Map.of("ENGINE_HOOK_AWAITED", "yes")));

    assertThat(answer.stdout()).contains("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostToolUse", "PermissionRequest"})
  void whatComesFromAToolBesideItShowsNothing(String event) {
    Map<String, String> awaited = Map.of("ENGINE_HOOK_AWAITED", "yes");
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    NotificationId queued = queue("hello");
    hooks.handle(call("PostToolUse", "", Door.ENGINE, awaited));

    hooks.handle(call(event, "", Door.ENGINE, awaited));

    assertThat(find(queued).state()).isInstanceOf(State.Offered.class);
  }

  @Test
  void aSubagentIsToldNothing() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    queue("hello");

    HookAnswer answer = hooks.handle(call("PostToolBatch", "\"agent_id\":\"a1\""));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
  }

  @Test
  void whatASubagentDoesShowsNothing() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    NotificationId queued = queue("hello");
    hooks.handle(call("UserPromptSubmit", ""));

    hooks.handle(call("PostToolBatch", "\"agent_id\":\"a1\""));

    assertThat(find(queued).state()).isInstanceOf(State.Offered.class);
  }

  @Test
  void anEventOfTheSpoolCarriesNothingAndStillShowsThatTheTurnWentOn() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    NotificationId first = queue("first");
    hooks.handle(call("UserPromptSubmit", ""));
    NotificationId second = queue("second");

    HookAnswer answer = hooks.handle(call("PostToolBatch", "", Door.SPOOL, Map.of()));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    assertThat(find(first).state()).isInstanceOf(State.Confirmed.class);
    assertThat(find(second).isWaiting()).isTrue();
  }

  @Test
  void anEventOfTheSpoolFromBeforeTheClockWasSetBackShowsNothing() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    NotificationId queued = queue("hello");
    hooks.handle(call("UserPromptSubmit", ""));
    now = NOON.minusSeconds(3_600);

    hooks.handle(call("PostToolBatch", "", Door.SPOOL, Map.of()));

    assertThat(find(queued).state()).isInstanceOf(State.Offered.class);
  }

  @Test
  void anAnswerThatTheHookDidNotWaitForIsNotTakenForTold() {
    hooks.handle(call("SessionStart", "\"source\":\"startup\""));
    NotificationId queued = queue("hello");
    HookCall slow = call("PostToolBatch", "");
    hooks.handle(slow);
    hooks.handle(call("Stop", ""));

    hooks.handle(
        new HookCall(slow.id(), Door.SPOOL, "", slow.payload(), slow.environment(), slow.at()));
    HookAnswer next = hooks.handle(call("UserPromptSubmit", ""));

    assertThat(next.stdout()).contains("hello");
    assertThat(find(queued).state().attempts()).isEqualTo(1);
  }

  private NotificationId queue(String text) {
    ConversationId conversation = newest().conversation();
    Notice notice = new Notice(conversation, NotificationType.MESSAGE, "e" + calls, text, "");
    Queueing queueing = storage.notifications().queue(notice, NOON.plusSeconds(calls));
    return ((Queueing.Queued) queueing).notification().id();
  }

  private List<HookAnswer> handle(List<HookCall> run) {
    List<HookAnswer> answers = new ArrayList<>();
    for (HookCall next : run) {
      answers.add(hooks.handle(next));
      calls++;
    }
    return answers;
  }

  private HookCall call(String event, String more) {
    return call(event, more, Door.ENGINE, Map.of());
  }

  private HookCall call(String event, String more, Door door, Map<String, String> environment) {
    calls++;
    String payload =
        "{\"session_id\":\"a\",\"hook_event_name\":\"%s\"%s}"
            .formatted(event, more.isEmpty() ? "" : "," + more);
    return new HookCall(
        HookCallExamples.id(calls),
        door,
        event,
        payload,
        new HookEnvironment(environment),
        NOON.plusSeconds(calls));
  }

  private Notification find(NotificationId id) {
    return storage.notifications().find(id).orElseThrow();
  }

  private Session newest() {
    return storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items().getFirst();
  }

  private static int indexOf(List<HookCall> run, String part) {
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).payload().replace(" ", "").contains(part)) {
        return i;
      }
    }
    return 0; // the oldest client starts no session anew when it is cleared
  }
}
