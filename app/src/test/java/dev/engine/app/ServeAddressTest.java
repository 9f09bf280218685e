package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.cli.ServeRun.Options;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.EnginePort;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServeAddressTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/nowhere/project"));
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void whereNobodySaysAnythingItGoesWithTheHome() {
    ServeAddress address = address(new Options(null, null, null), Map.of());

    assertThat(address)
        .isEqualTo(new ServeAddress(LOOPBACK, EnginePort.derivedFrom(HOME).number(), false));
  }

  @Test
  void theCommandLineWinsOverTheSettings() {
    Map<String, String> settings =
        Map.of("ENGINE_HTTP_PORT", "8080", "ENGINE_HTTP_BIND", "10.0.0.7");

    assertThat(address(new Options(9090, "127.0.0.1", null), settings))
        .isEqualTo(new ServeAddress(LOOPBACK, 9090, true));
    assertThat(address(new Options(null, null, null), settings))
        .isEqualTo(new ServeAddress(InetAddress.ofLiteral("10.0.0.7"), 8080, true));
  }

  @Test
  void aNameIsNoAddressToListenOn() {
    assertThatThrownBy(() -> address(new Options(null, "localhost", null), Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be numeric, such as 127.0.0.1, got \"localhost\"");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "10.0.0.7, 10.0.0.7"})
  void thisMachineReachesWhatListensEverywhereByItsLoopback(String bound, String reached) {
    InetSocketAddress listening = new InetSocketAddress(InetAddress.ofLiteral(bound), 43_117);

    assertThat(ServeAddress.reachedHere(listening)).isEqualTo(new Endpoint(reached, 43_117));
  }

  private static ServeAddress address(Options options, Map<String, String> settings) {
    return ServeAddress.of(options, new Settings(HOME, settings), HOME);
  }
}
