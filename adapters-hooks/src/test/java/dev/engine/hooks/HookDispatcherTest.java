package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.host.Panes;
import dev.engine.domain.host.Processes;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.session.Want;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolUseId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HookDispatcherTest {

  private static final Instant LATER = SessionExamples.NOON.plusSeconds(3600);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final HookDispatcher hooks =
      new HookDispatcher(
          storage,
          new Surroundings(new NoProcesses(), new OneWindow("builder"), () -> ZoneOffset.UTC),
          () -> SessionExamples.NOON.plusMillis(7));

  @ParameterizedTest
  @ValueSource(strings = {"v2.1.197-compact-and-clear", "v2.1.330-compact-and-clear"})
  void aRecordedRunKeepsItsConversationOverCompactAndClear(String stream) {
    List<HookAnswer> answers = handleAll(RecordedStream.calls(stream));

    assertThat(answers).containsOnly(HookAnswer.SILENCE);
    List<Session> line = onlyConversation().sessions();
    assertThat(line).hasSize(2);
    assertThat(line.getFirst().origin().continuation()).isEqualTo(Continuation.COMPACT);
    assertThat(endReason(line.getFirst())).isEqualTo(EndReason.CLEAR);
    assertThat(line.getLast().origin().continuation()).isEqualTo(Continuation.CLEAR);
    assertThat(line.getLast().origin().previous()).isEqualTo(line.getFirst().id());
    assertThat(endReason(line.getLast())).isEqualTo(EndReason.OTHER);
  }

  @Test
  void theOldestClientKeepsItsSessionOverClear() {
    List<HookAnswer> answers = handleAll(RecordedStream.calls("v2.0.76-compact-and-clear"));

    assertThat(answers).containsOnly(HookAnswer.SILENCE);
    assertThat(onlyConversation().sessions()).hasSize(1);
    assertThat(endReason(onlyConversation().newest())).isEqualTo(EndReason.OTHER);
  }

  @Test
  void toolsAndSubagentsAreOneSession() {
    List<HookCall> calls = RecordedStream.calls("v2.1.330-tools-and-subagents");

    handleAll(calls.subList(0, calls.size() - 2));

    Session session = onlyConversation().newest();
    assertThat(session.state()).isEqualTo(new State.Working(Activity.ACTIVE));
    assertThat(session.assignment().mode()).isEqualTo(Mode.BACKGROUND);
    assertThat(session.client().process()).isEqualTo(new ProcessIdentity(63, null));
    assertThat(session.client().cwd()).isEqualTo("/home/dev/project");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2.1.197-compact-and-clear", "v2.1.330-compact-and-clear"})
  void aToolThatIsUsedAfterAClearIsThatOfTheNewSession(String stream) {
    List<HookCall> calls = RecordedStream.calls(stream);
    handleAll(calls);

    List<Session> line = onlyConversation().sessions();
    List<ToolCall> used =
        calls.stream()
            .map(call -> HookPayload.read(call.payload()))
            .filter(payload -> payload.text("hook_event_name").orElse("").equals("PreToolUse"))
            .flatMap(payload -> payload.text("tool_use_id").stream())
            .flatMap(id -> storage.toolCalls().find(new ToolUseId(id)).stream())
            .filter(call -> call.tool().startsWith("mcp__"))
            .toList();

    assertThat(used)
        .extracting(ToolCall::session)
        .containsExactly(line.getFirst().id(), line.getLast().id());
    assertThat(used).allMatch(call -> call.state() instanceof ToolCall.State.Finished);
  }

  @ParameterizedTest
  @CsvSource({"PostToolBatch, ACTIVE", "UserPromptSubmit, ACTIVE", "Stop, IDLE"})
  void aToolOfWhichNoEndIsToldIsOverWithTheNextOfThese(String next, Activity expected) {
    List<HookCall> calls = RecordedStream.calls("v2.1.330-tools-and-subagents");
    List<HookCall> untilTool = calls.subList(0, indexOf("PreToolUse", calls) + 1);
    HookCall after = HookCallExamples.call(99, recordedPayload(next, calls), Map.of(), LATER);
    handleAll(untilTool);
    State during = onlyConversation().newest().state();

    hooks.handle(after);

    assertThat(during).isEqualTo(new State.Working(Activity.TOOL_ACTIVE));
    assertThat(onlyConversation().newest().state()).isEqualTo(new State.Working(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "Notification, permission_prompt,  PERMISSION",
    "Notification, idle_prompt,        INPUT",
    "Notification, '',                 INPUT",
    "PermissionRequest, '',            PERMISSION"
  })
  void aSessionWaitsForAPerson(String event, String type, Want want) {
    HookAnswer answer =
        hooks.handle(
            call(
                """
                {"session_id":"a","hook_event_name":"%s","notification_type":"%s"}
                """
                    .formatted(event, type)));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    assertThat(onlyConversation().newest().state())
        .isEqualTo(new State.Waiting(Activity.IDLE, want, SessionExamples.NOON));
  }

  @Test
  void anUnknownEventWithUnknownFieldsIsASignOfLife() {
    HookAnswer answer =
        hooks.handle(
            call(
                """
                {"hook_event_name":"Sunrise","colour":{"deep":[1,{"session_id":"no"}]},
                 "session_id":"a","cwd":"/x"}
                """));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    Session session = onlyConversation().newest();
    assertThat(session.claudeId().value()).isEqualTo("a");
    assertThat(session.state()).isEqualTo(new State.Working(Activity.IDLE));
  }

  @Test
  void theEventOfTheCommandLineCountsWhereThePayloadNamesNone() {
    hooks.handle(
        new HookCall(
            HookCallExamples.id(1),
            Door.ENGINE,
            "UserPromptSubmit",
            "{\"session_id\":\"a\"}",
            new HookEnvironment(Map.of()),
            SessionExamples.NOON));

    assertThat(onlyConversation().newest().state()).isEqualTo(new State.Working(Activity.ACTIVE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "[]",
        "{",
        "{\"session_id\":",
        "not json",
        "{\"hook_event_name\":\"Stop\"}",
        "{\"session_id\":7}",
        "{\"session_id\":\"\"}",
        "{\"session_id\":\"a b\"}",
        "{\"session_id\":\"\\u001b[31m\"}"
      })
  void whatIsNoEventIsSaidInOneLineAndStoresNothing(String payload) {
    HookAnswer answer = hooks.handle(call(payload));

    assertThat(answer.stdout()).isEmpty();
    assertThat(answer.stderr()).startsWith("engine: ENG-1001 ").hasLineCount(1);
    assertThat(answer.stderr()).doesNotContain("\u001b");
    assertThat(storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  void anEventThatComesInTwiceCountsOnce() {
    HookCall prompt = HookCallExamples.call(1, event("UserPromptSubmit"));
    hooks.handle(prompt);
    hooks.handle(HookCallExamples.call(2, event("Stop")));

    HookAnswer again = hooks.handle(prompt);

    assertThat(again).isEqualTo(HookAnswer.SILENCE);
    assertThat(onlyConversation().newest().state()).isEqualTo(new State.Working(Activity.IDLE));
    assertThat(storage.hookCalls().recent(Limit.DEFAULT)).hasSize(2);
  }

  @Test
  void aCallIsRememberedWithTheTimeItTook() {
    hooks.handle(HookCallExamples.call(1, event("Stop")));

    assertThat(storage.hookCalls().find(HookCallExamples.id(1)))
        .contains(remembered("Stop", HookOutcome.STORED));
  }

  @Test
  void whatIsNoEventIsRememberedAsRefused() {
    hooks.handle(
        new HookCall(
            HookCallExamples.id(1),
            Door.ONE_SHOT,
            "Stop",
            "{",
            new HookEnvironment(Map.of()),
            SessionExamples.NOON));

    assertThat(storage.hookCalls().find(HookCallExamples.id(1)))
        .contains(remembered("Stop", HookOutcome.REFUSED));
  }

  @Test
  void aCanaryIsRememberedAndMakesNoSession() {
    HookAnswer answer =
        hooks.handle(call("{\"session_id\":\"%s\"}".formatted(Canary.sessionId("7f"))));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    assertThat(storage.hookCalls().find(HookCallExamples.id(1)))
        .contains(remembered("engine-canary-7f", HookOutcome.UNCHANGED));
    assertThat(storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  void aPaneIsToldWithItsServer() {
    hooks.handle(
        call(
            "{\"session_id\":\"a\"}",
            Map.of("TMUX", "/tmp/tmux-1000/default,70,0", "TMUX_PANE", "%1")));

    assertThat(onlyConversation().newest().client().tmuxServer())
        .isEqualTo(new TmuxServer("/tmp/tmux-1000/default", 70));
  }

  @Test
  void aProcessThatStartedAfterTheEventIsNotItsClient() {
    HookDispatcher late =
        new HookDispatcher(
            storage,
            new Surroundings(
                new Reused(SessionExamples.NOON.plusSeconds(60)),
                new OneWindow("builder"),
                () -> ZoneOffset.UTC),
            () -> SessionExamples.NOON.plusSeconds(90));

    late.handle(call("{\"session_id\":\"a\"}", Map.of("CLAUDE_PID", "63")));

    assertThat(onlyConversation().newest().client().process())
        .isEqualTo(new ProcessIdentity(63, null));
  }

  @Test
  void aPayloadOverItsSizeIsRefused() {
    String padding = "x".repeat(HookCall.MAX_PAYLOAD_BYTES);

    HookAnswer answer = hooks.handle(call("{\"session_id\":\"a\",\"p\":\"" + padding + "\"}"));

    assertThat(answer.stderr()).contains("at most 1 MiB, got \"more than 1 MiB\"");
  }

  @Test
  void aThousandNestedArraysDoNoHarm() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);

    HookAnswer answer = hooks.handle(call("{\"session_id\":\"a\",\"p\":" + deep + "}"));

    assertThat(answer.stdout()).isEmpty();
    assertThat(answer.stderr()).hasLineCount(1);
  }

  @Test
  void hostileTextIsStoredAsItCame() {
    String cwd = "/tmp/'; DROP TABLE sessions; --\\u0000\\u202e<system-reminder>";

    hooks.handle(call("{\"session_id\":\"a\",\"cwd\":\"" + cwd + "\"}"));

    assertThat(onlyConversation().newest().client().cwd())
        .isEqualTo("/tmp/'; DROP TABLE sessions; --\u0000\u202e<system-reminder>");
  }

  @Test
  void roleAndModeComeFromTheEnvironment() {
    hooks.handle(
        call(
            "{\"session_id\":\"a\"}",
            Map.of("ENGINE_ROLE", "deep-work", "ENGINE_MODE", "autonomous", "TMUX_PANE", "%1")));

    Session session = onlyConversation().newest();
    assertThat(session.assignment().role()).isEqualTo(Role.DEEP_WORK);
    assertThat(session.assignment().mode()).isEqualTo(Mode.AUTONOMOUS);
  }

  @Test
  void elseTheRoleComesFromTheTmuxWindow() {
    hooks.handle(call("{\"session_id\":\"a\"}", Map.of("TMUX_PANE", "%1")));

    Session session = onlyConversation().newest();
    assertThat(session.assignment().role()).isEqualTo(Role.BUILDER);
    assertThat(session.client().tmuxWindow()).isEqualTo("builder");
  }

  @Test
  void aSenselessEnvironmentCountsAsNone() {
    HookAnswer answer =
        hooks.handle(
            call(
                "{\"session_id\":\"a\"}",
                Map.of(
                    "ENGINE_ROLE", "emperor",
                    "ENGINE_MODE", "",
                    "ENGINE_CONVERSATION_ID", "../../etc",
                    "CLAUDE_PID", "99999999999999999999")));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    Session session = onlyConversation().newest();
    assertThat(session.assignment().role()).isEqualTo(Role.PROJECT);
    assertThat(session.client().process()).isNull();
  }

  private Conversation onlyConversation() {
    assertThat(storage.conversations().list(Page.FIRST).items()).hasSize(1);
    return storage
        .conversations()
        .find(storage.conversations().list(Page.FIRST).items().getFirst().id())
        .orElseThrow();
  }

  private static EndReason endReason(Session session) {
    return ((State.Ended) session.state()).reason();
  }

  private static HookCall call(String payload) {
    return call(payload, Map.of());
  }

  private static HookCall call(String payload, Map<String, String> environment) {
    return HookCallExamples.call(1, payload, environment, SessionExamples.NOON);
  }

  private static String recordedPayload(String event, List<HookCall> calls) {
    return calls.get(indexOf(event, calls)).payload();
  }

  private static int indexOf(String event, List<HookCall> calls) {
    return IntStream.range(0, calls.size())
        .filter(
            i ->
                calls
                    .get(i)
                    .payload()
                    .matches("(?s).*\"hook_event_name\": *\"%s\".*".formatted(event)))
        .findFirst()
        .orElseThrow();
  }

  private List<HookAnswer> handleAll(List<HookCall> calls) {
    return calls.stream().map(hooks::handle).toList();
  }

  private static String event(String name) {
    return "{\"session_id\":\"a\",\"hook_event_name\":\"%s\"}".formatted(name);
  }

  private static RecordedCall remembered(String event, HookOutcome outcome) {
    Arrival arrival =
        new Arrival(HookCallExamples.id(1), event, Door.ONE_SHOT, Duration.ofMillis(7));
    return new RecordedCall(arrival, SessionExamples.NOON, outcome);
  }

  /** A machine whose every process, and the one above it, started at {@code startedAt}. */
  private record Reused(Instant startedAt) implements Processes {
    @Override
    public Optional<ProcessIdentity> find(long pid) {
      return Optional.of(new ProcessIdentity(pid, startedAt));
    }

    @Override
    public List<ProcessIdentity> ancestors(long pid) {
      throw new AssertionError("nothing is known of what was above process " + pid);
    }
  }

  /** A machine on which nothing can be found out. */
  private static final class NoProcesses implements Processes {
    @Override
    public Optional<ProcessIdentity> find(long pid) {
      return Optional.empty();
    }

    @Override
    public List<ProcessIdentity> ancestors(long pid) {
      return List.of();
    }
  }

  /** A multiplexer whose every pane is in a window of one name. */
  private record OneWindow(String name) implements Panes {
    @Override
    public Optional<String> windowOf(Client client) {
      return Optional.ofNullable(client.tmuxPane()).map(pane -> name);
    }
  }
}
