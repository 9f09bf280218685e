package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PostSetupTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final Path COMMAND = Path.of("/opt/engine/bin/engine-hook");
  private static final PostTarget TARGET = new PostTarget(20_001, "token");

  @Test
  void aClientMustKnowHttpHooks() {
    assertThatThrownBy(() -> new PostSetup(HOME, new ClientVersion(2, 1, 62), TARGET))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Claude Code for HTTP hooks must be 2.1.63 or later, got \"2.1.62\"");
    assertThatThrownBy(() -> PostSetup.of(new HookSetup(HOME, COMMAND, null), TARGET))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("one of unknown version");
  }

  @Test
  void aPortThatIsAnotherEachTimeIsNone() {
    assertThatThrownBy(() -> new PostTarget(0, "token")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aTargetDoesNotTellItsToken() {
    assertThat(TARGET.toString()).isEqualTo("PostTarget[20001, hidden]");
  }

  @Test
  void whatIsPostedIsSetUpForTheClientOfTheHooks() {
    ClientVersion client = new ClientVersion(2, 1, 63);

    assertThat(PostSetup.of(new HookSetup(HOME, COMMAND, client), TARGET))
        .isEqualTo(new PostSetup(HOME, client, TARGET));
  }
}
