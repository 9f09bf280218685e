package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.SessionExamples;
import dev.engine.persistence.Serving;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of one conversation that call at the same moment, each through a door of its own. */
final class TellingRaceTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ConversationId CONVERSATION = new ConversationId("builder-00000001");
  private static final int DOORS = 6;
  private static final int TURNS = 10;
  private static final int NOTICES = 200;

  @TempDir private Path folder;

  @Test
  void eachNoticeIsClaimedForOneAnswer() throws Exception {
    Path file = folder.resolve("system.db");
    new SqliteDatabase(file, PATIENCE, () -> NOON).keeper().migrate();
    queueNotices(file);

    List<NotificationId> told = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(DOORS);
    try (ExecutorService clients = Executors.newFixedThreadPool(DOORS)) {
      List<Callable<List<NotificationId>>> all = new ArrayList<>();
      for (int i = 0; i < DOORS; i++) {
        int client = i;
        all.add(() -> toldTo(client, file, start));
      }
      for (Future<List<NotificationId>> one : clients.invokeAll(all)) {
        told.addAll(one.get());
      }
    }

    assertThat(told).doesNotHaveDuplicates().hasSize(NOTICES);
  }

  /** One client's turns: every second one has an engine of its own, the others open the file. */
  private static List<NotificationId> toldTo(int client, Path file, CyclicBarrier start)
      throws Exception {
    List<NotificationId> told = new ArrayList<>();
    try (SqliteStorage storage = open(client, file)) {
      HookDispatcher hooks =
          new HookDispatcher(storage, BareMachine.surroundings(), () -> NOON.plusSeconds(60));
      for (int turn = 0; turn < TURNS; turn++) {
        String event = turn == 0 ? "SessionStart" : "UserPromptSubmit";
        start.await();
        HookAnswer answer = hooks.handle(call(client, turn, event));
        told.addAll(SimulatedContext.told(answer.stdout()));
      }
    }
    return told;
  }

  private static SqliteStorage open(int client, Path file) {
    SplittableRandom random = new SplittableRandom(client);
    return client % 2 == 0
        ? SqliteStorage.serve(file, PATIENCE, random, Serving.standard(() -> 0))
        : SqliteStorage.open(file, PATIENCE, random);
  }

  private static void queueNotices(Path file) {
    try (SqliteStorage storage = SqliteStorage.open(file, PATIENCE, new SplittableRandom(7))) {
      for (int i = 0; i < NOTICES; i++) {
        Notice notice =
            new Notice(CONVERSATION, NotificationType.MESSAGE, "e" + i, "about " + i, "");
        storage.notifications().queue(notice, NOON.plusMillis(i));
      }
    }
  }

  private static HookCall call(int client, int turn, String event) {
    String payload =
        "{\"session_id\":\"client-%d\",\"hook_event_name\":\"%s\",\"source\":\"startup\"}"
            .formatted(client, event);
    return new HookCall(
        HookCallExamples.id(client * TURNS + turn + 1),
        client % 2 == 0 ? Door.ENGINE : Door.ONE_SHOT,
        event,
        payload,
        new HookEnvironment(Map.of("ENGINE_CONVERSATION_ID", CONVERSATION.value())),
        NOON.plusSeconds(turn));
  }
}
