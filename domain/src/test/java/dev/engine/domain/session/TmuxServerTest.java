package dev.engine.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TmuxServerTest {

  @Test
  void theVariableNamesSocketAndProcess() {
    TmuxServer server = new TmuxServer("/tmp/tmux-1000/default", 73);

    assertThat(TmuxServer.named("/tmp/tmux-1000/default,73,0")).contains(server);
    assertThat(TmuxServer.named(server.toString())).contains(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "73",
        "/tmp/s",
        "/tmp/s,",
        "/tmp/s,0,0",
        "tmp/s,73,0",
        "/tmp/\ns,73",
        "/a,b,7"
      })
  void anythingElseNamesNone(String variable) {
    assertThat(TmuxServer.named(variable)).isEmpty();
  }

  @Test
  void aServerHasAPathAndANumber() {
    assertThatThrownBy(() -> new TmuxServer("s", 73)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new TmuxServer("/s", 0)).isInstanceOf(InvalidInput.class);
  }
}
