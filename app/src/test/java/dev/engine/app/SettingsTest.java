package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.app.log.LogLevel;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.loop.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  @TempDir private Path project;

  @Test
  void withoutAFileEverySettingHasItsDefault() {
    Settings settings = settings(Map.of());

    assertThat(settings.httpPort()).isEmpty();
    assertThat(settings.httpBind()).isEqualTo("127.0.0.1");
    assertThat(settings.httpHosts()).isEmpty();
    assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(settings.retention())
        .isEqualTo(
            new Retention.Periods(
                Duration.ofDays(90),
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(14)));
  }

  @Test
  void theFileSaysOtherwise() throws IOException {
    write(
        """
        [http]
        port = 8080
        bind = "::1"
        hosts = "build-box.lan, build-box"
        [log]
        level = "debug"
        [retention]
        events_days = 30
        hook_calls_days = 0
        """);

    Settings settings = settings(Map.of());

    assertThat(settings.httpPort()).contains(8080);
    assertThat(settings.httpBind()).isEqualTo("::1");
    assertThat(settings.httpHosts()).containsExactlyInAnyOrder("build-box.lan", "build-box");
    assertThat(settings.logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(settings.retention())
        .isEqualTo(
            new Retention.Periods(
                Duration.ofDays(30),
                Duration.ZERO,
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(14)));
  }

  @Test
  void aVariableWinsOverTheFile() throws IOException {
    write("http.port = 8080\n");

    Settings settings =
        settings(Map.of("ENGINE_HTTP_PORT", "9090", "ENGINE_RETENTION_EVENTS_DAYS", "1"));

    assertThat(settings.httpPort()).contains(9090);
    assertThat(settings.retention().events()).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "65536", "99999999999", "80 "})
  void whatIsNoPortIsRefused(String port) {
    Settings settings = settings(Map.of("ENGINE_HTTP_PORT", port));

    assertThatThrownBy(settings::httpPort)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("http.port must be a number from 0 to 65535");
  }

  @Test
  void panesAreTypedIntoOnlyWhereThePersonSaysSo() throws IOException {
    assertThat(settings(Map.of()).wakesByPaste()).isFalse();

    write("wake.paste = true\n");

    assertThat(settings(Map.of()).wakesByPaste()).isTrue();
    assertThat(settings(Map.of("ENGINE_WAKE_PASTE", "false")).wakesByPaste()).isFalse();
    assertThatThrownBy(settings(Map.of("ENGINE_WAKE_PASTE", "yes"))::wakesByPaste)
        .hasMessageContaining("wake.paste must be true or false");
  }

  private Settings settings(Map<String, String> environment) {
    return new Settings(HomeFolder.of(project), environment);
  }

  private void write(String toml) throws IOException {
    Path file = HomeFolder.of(project).settings();
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, toml);
  }
}
