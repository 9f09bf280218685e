package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.RecordedCall;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that is killed while it is busy, again and again: {@code -Dengine.kills=200} does it as
 * often.
 */
final class KilledEngineIT {

  private static final int KILLS = Integer.getInteger("engine.kills", 4);

  private static final int CLIENTS = 8;

  /** A kill comes after so many answers at most: enough for several batches of the writer. */
  private static final int MOST_ANSWERS = 400;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{8})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder;

  @Test
  void whatItAcknowledgedIsStoredAndHooksLoseNothing() throws Exception {
    Path project = Shipped.project(folder);
    SplittableRandom random = new SplittableRandom(7);
    int hooks = 0;
    for (int round = 0; round < KILLS; round++) {
      try (ServingProcess engine = ServingProcess.start(project)) {
        hooks += hook(project, round, "PreToolUse");
        killUnderLoad(project, engine, random.nextInt(1, MOST_ANSWERS));
      }
      hooks += hook(project, round, "PostToolUse");
    }

    try (ServingProcess last = ServingProcess.start(project)) {
      assertThat(stored(project)).containsAll(acknowledged);
      assertThat(last.end()).isZero();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
    assertThat(HookStore.of(project).calls())
        .extracting(RecordedCall::arrival)
        .doesNotHaveDuplicates()
        .hasSize(hooks);
  }

  /** With one session for all, so that a first event is not the rule. */
  private static int hook(Path project, int round, String event) {
    Shipped.Result result =
        Shipped.hook(
            project,
            "{\"session_id\":\"killed\",\"hook_event_name\":\"%s\",\"tool_use_id\":\"%d\"}"
                .formatted(event, round),
            event);
    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    return 1;
  }

  private void killUnderLoad(Path project, ServingProcess engine, int answers) throws Exception {
    CountDownLatch answered = new CountDownLatch(answers);
    AtomicBoolean isOver = new AtomicBoolean();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(() -> ping(project, answered, isOver));
      }
      answered.await();
      engine.kill();
      isOver.set(true);
    }
  }

  private void ping(Path project, CountDownLatch answered, AtomicBoolean isOver) {
    try {
      String bearer = ServingProcess.bearer(project);
      while (!isOver.get()) {
        HttpResponse<String> answer =
            ServingProcess.post(
                project, "/api/v1/pings", "{\"message\":\"Deploy now?\"}", "Authorization", bearer);
        id(answer).ifPresent(acknowledged::add);
        answered.countDown();
      }
    } catch (IOException killed) {
      isOver.set(true);
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Optional<String> id(HttpResponse<String> answer) {
    Matcher id = ID.matcher(answer.body());
    return answer.statusCode() == 201 && id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  private static Set<String> stored(Path project) throws IOException, InterruptedException {
    Set<String> ids = new HashSet<>();
    String path = "/api/v1/pings?limit=500";
    while (!path.isEmpty()) {
      String page =
          ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project)).body();
      ID.matcher(page).results().forEach(id -> ids.add(id.group(1)));
      Matcher next = NEXT.matcher(page);
      path = next.find() ? "/api/v1/pings?limit=500&after=" + next.group(1) : "";
    }
    return ids;
  }
}
