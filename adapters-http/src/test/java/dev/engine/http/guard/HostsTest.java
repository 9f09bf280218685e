package dev.engine.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Hosts hosts = Hosts.of(LOOPBACK, 43_117, List.of("Build-Box.lan"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:43117",
        "localhost:43117",
        "LOCALHOST:43117",
        "[::1]:43117",
        "build-box.lan:43117",
      })
  void knowsTheNamesOfThisEngine(String authority) {
    assertThat(hosts.know(authority)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "127.0.0.1",
        "localhost:43118",
        "localhost.:43117",
        "localhost.evil.example:43117",
        "evil.example:43117",
        "0.0.0.0:43117",
        "127.0.0.2:43117",
        "::1:43117",
        "[::1%lo]:43117",
        "[0:0:0:0:0:0:0:1]:43117",
        "localhost:043117",
        " localhost:43117",
      })
  void knowsNoOther(String authority) {
    assertThat(hosts.know(authority)).isFalse();
  }

  @Test
  void theUsualPortNeedNotBeNamed() {
    assertThat(Hosts.of(LOOPBACK, 80, List.of()).know("localhost")).isTrue();
  }

  @Test
  void theAddressThatItListensOnIsAName() {
    Hosts bound = Hosts.of(InetAddress.ofLiteral("192.0.2.7"), 43_117, List.of());
    Hosts any = Hosts.of(InetAddress.ofLiteral("0.0.0.0"), 43_117, List.of());

    assertThat(bound.know("192.0.2.7:43117")).isTrue();
    assertThat(any.know("0.0.0.0:43117")).isFalse();
  }
}
