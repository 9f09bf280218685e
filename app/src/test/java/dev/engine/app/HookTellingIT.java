package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.Door;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running engine has to say is said by the hook that it answers. */
final class HookTellingIT {

  private static final String START =
      "{\"session_id\":\"a\",\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}";

  private static final String PROMPT =
      "{\"session_id\":\"a\",\"hook_event_name\":\"UserPromptSubmit\"}";

  private static final String BATCH =
      "{\"session_id\":\"a\",\"hook_event_name\":\"PostToolBatch\"}";

  @TempDir private Path folder;

  @Test
  void aNoticeIsToldOnceThroughARunningEngine() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.hook(project, START, "SessionStart");
      HookStore store = HookStore.of(project);
      Shipped.Result queued =
          Shipped.engine(
              project,
              "notify",
              store.conversation(),
              "gr\u00fc\u00dfe \u20ac\n" + "long ".repeat(800));

      Shipped.Result told = Shipped.hook(project, PROMPT, "UserPromptSubmit");
      Shipped.Result again = Shipped.hook(project, BATCH, "PostToolBatch");

      assertThat(queued.exitCode()).isZero();
      assertThat(told.err()).isEmpty();
      assertThat(told.out())
          .contains("=== ENGINE NOTICES: 1 shown, 0 more waiting ===", "gr\u00fc\u00dfe \u20ac");
      assertThat(again).isEqualTo(new Shipped.Result(0, "", ""));
      assertThat(store.calls()).extracting(call -> call.arrival().door()).containsOnly(Door.ENGINE);
      assertThat(engine.end()).isZero();
    }
  }
}
