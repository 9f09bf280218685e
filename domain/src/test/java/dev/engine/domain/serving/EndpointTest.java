package dev.engine.domain.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 43117, http://127.0.0.1:43117/",
    "::1, 1, http://[::1]:1/",
    "::ffff:10.0.0.7, 65535, http://[::ffff:10.0.0.7]:65535/"
  })
  void itReadsWhatItWrites(String host, int port, URI uri) {
    Endpoint endpoint = new Endpoint(host, port);

    assertThat(Endpoint.read(endpoint.line() + "\n")).contains(endpoint);
    assertThat(endpoint.uri()).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1 ",
        "127.0.0.1 0",
        "127.0.0.1 65536",
        "127.0.0.1 99999999999",
        "localhost 80",
        "127.0.0.1 80 81",
        "evil.example/ 80",
        "1$(id) 80"
      })
  void whatItDoesNotWriteIsNoEndpoint(String line) {
    assertThat(Endpoint.read(line)).isEmpty();
  }

  @Test
  void aNameIsNoAddress() {
    assertThatThrownBy(() -> new Endpoint("localhost", 80))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a numeric address");
  }
}
