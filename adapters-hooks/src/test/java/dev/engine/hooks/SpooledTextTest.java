package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.hook.Door;
import dev.engine.domain.session.SessionExamples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpooledTextTest {

  private static final String AS_THE_LAUNCHER_WRITES_IT =
      """
      POST /hooks/Stop HTTP/1.1
      X-Engine-Event-Id: 0000000000000000000000000000000a
      X-Engine-Called-At: 1767614400.000001
      X-Claude-Pid: 63
      X-Tmux-Pane: %7
      Content-Length: 4

      """
          .replace("\n", "\r\n");

  @Test
  void aCallComesBackAsItWasPutDown() {
    HookCall call =
        HookCallExamples.call(
            1,
            "{\"session_id\":\"ä\r\n\r\n\u0000\"}\n",
            Map.of("CLAUDE_PID", "63", "TMUX", "/tmp/tmux-1/s,7,0", "ENGINE_MODE", "autonomous"),
            SessionExamples.NOON.plusNanos(1_000));

    HookCall read = read(SpooledText.write(HookRequest.of(call)));

    assertThat(read.id()).isEqualTo(call.id());
    assertThat(read.door()).isEqualTo(Door.SPOOL);
    assertThat(read.payload()).isEqualTo(call.payload());
    assertThat(read.at()).isEqualTo(call.at());
    assertThat(read.environment().headers()).isEqualTo(call.environment().headers());
  }

  @Test
  void whatTheLauncherWritesIsRead() {
    HookCall read = read((AS_THE_LAUNCHER_WRITES_IT + "{ü}").getBytes(StandardCharsets.UTF_8));

    assertThat(read.id().value()).isEqualTo("0000000000000000000000000000000a");
    assertThat(read.eventName()).isEqualTo("Stop");
    assertThat(read.at()).isEqualTo(SessionExamples.NOON.plusNanos(1_000));
    assertThat(read.environment().clientPid()).contains(63L);
    assertThat(read.environment().tmuxPane()).contains("%7");
    assertThat(read.payload()).isEqualTo("{ü}");
  }

  @Test
  void whatDoesNotFitIntoAHeaderIsNotPassedOn() {
    HookCall call =
        HookCallExamples.call(
            1,
            "{}",
            Map.of("ENGINE_ROLE", "a\r\nX: b", "ENGINE_MODE", "x".repeat(257), "SECRET", "s"),
            SessionExamples.NOON);

    assertThat(call.environment().headers()).isEmpty();
  }

  @Test
  void aFileThatIsCutAnywhereIsNoEvent() {
    byte[] whole = (AS_THE_LAUNCHER_WRITES_IT + "{ü}").getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SpooledText.read(cut)).isInstanceOf(InvalidInput.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /hooks/../x HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "POST /hooks/Stop HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "POST /hooks/Stop HTTP/1.1\r\nno header\r\nContent-Length: 0\r\n\r\n",
      })
  void whatIsForeignIsNoEvent(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> SpooledText.read(bytes))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("spooled event must be a whole request");
  }

  private static HookCall read(byte[] content) {
    return SpooledText.read(content)
        .call(Door.SPOOL, SessionExamples.NOON.plusSeconds(9), new SplittableRandom(7));
  }
}
