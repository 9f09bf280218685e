package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.hooks.HookRequest;
import dev.engine.hooks.Spool;
import dev.engine.persistence.SqliteStorage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What the hooks of a project have stored, seen when everything that waited is stored. */
final class HookStore {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final HomeFolder home;

  private HookStore(HomeFolder home) {
    this.home = home;
  }

  static HookStore of(Path project) {
    return new HookStore(HomeFolder.of(project));
  }

  /** The events whose calls are remembered, the one called first at the front. */
  List<String> events() {
    return calls().stream().map(call -> call.arrival().event()).toList();
  }

  /** The calls that are remembered, the first at the front. */
  List<RecordedCall> calls() {
    awaitDrained();
    return with(storage -> storage.hookCalls().recent(new Limit(1_000))).reversed();
  }

  int sessionCount() {
    awaitDrained();
    return with(storage -> storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items())
        .size();
  }

  /** The conversation of the session that began last. */
  String conversation() {
    awaitDrained();
    return with(storage -> storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items())
        .getFirst()
        .conversation()
        .value();
  }

  /** Stores what was posted, as an engine does. */
  void take(FakeEngine.Request request) {
    Map<String, String> headers =
        Map.of(
            "X-Engine-Event-Id", request.header("X-Engine-Event-Id"),
            "X-Engine-Called-At", request.header("X-Engine-Called-At"));
    String event = request.line().split("[/ ]", -1)[3];
    HookRequest received =
        HookRequest.received(event, request.body().getBytes(StandardCharsets.UTF_8), headers::get);
    with(
        storage ->
            new HomeHooks(home, storage, new Settings(home, Map.of())).door().handle(received));
  }

  /** Waits until a hook has told of the use of a tool. */
  void awaitToolCall(String use) {
    WorkerScene.await(
        () -> with(storage -> storage.toolCalls().find(new ToolUseId(use)).isPresent()), () -> use);
  }

  /** The background drainer is another process: what it is to do is seen by its having done it. */
  void awaitDrained() {
    Spool spool = new Spool(home.spool());
    Instant limit = Instant.now().plus(PATIENCE);
    while (!spool.isEmpty() && Instant.now().isBefore(limit)) {
      new ThreadPauses().pause(BETWEEN_LOOKS);
    }
    assertThat(spool.isEmpty()).as("the spool is drained").isTrue();
  }

  private <T> T with(Function<SqliteStorage, T> work) {
    try (SqliteStorage storage =
        SqliteStorage.open(home.database(), PATIENCE, new SplittableRandom())) {
      return work.apply(storage);
    }
  }
}
