package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.Programs;
import dev.engine.domain.install.ClientVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstalledClaudeTest {

  @Test
  void theClientTellsItsVersion() {
    Programs programs =
        (command, limit) ->
            command.equals(List.of("claude", "--version"))
                ? Optional.of("2.1.330 (Claude Code)")
                : Optional.empty();

    assertThat(new InstalledClaude(programs).version()).contains(new ClientVersion(2, 1, 330));
  }

  @Test
  void anyOtherAnswerIsNone() {
    assertThat(new InstalledClaude((command, limit) -> Optional.of("Welcome!")).version())
        .isEmpty();
    assertThat(new InstalledClaude((command, limit) -> Optional.empty()).version()).isEmpty();
  }
}
