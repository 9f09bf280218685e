package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoopbackCallsTest {

  private static final AccessToken TOKEN = new AccessToken("token-of-a-test-0123456789");

  private final List<String> seen = new ArrayList<>();
  private final LoopbackCalls calls = new LoopbackCalls();
  private HttpServer server;
  private Endpoint endpoint;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    endpoint = new Endpoint("127.0.0.1", server.getAddress().getPort());
    server.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          seen.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          seen.addAll(exchange.getRequestHeaders().getOrDefault("Host", List.of()));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopListening() {
    server.stop(0);
  }

  @Test
  void anEngineThatSaysSoIsReady() {
    boolean isReady = calls.isReady(endpoint, TOKEN);

    assertThat(isReady).isTrue();
    assertThat(seen).containsExactly("GET /readyz", "Bearer " + TOKEN.value(), endpoint.toString());
  }

  @Test
  void anEngineInTroubleIsNotReady() {
    status = 503;

    assertThat(calls.isReady(endpoint, TOKEN)).isFalse();
  }

  @Test
  void whereNobodyListensNobodyIsReady() {
    server.stop(0);

    assertThat(calls.isReady(endpoint, TOKEN)).isFalse();
  }

  @Test
  void aPathBecomesALink() {
    status = 201;
    body = "{\"path\":\"/open?code=Ab_-9\",\"validUntil\":\"2026-01-05T12:00:00Z\"}";

    URI link = calls.dashboardLink(endpoint, TOKEN);

    assertThat(link).isEqualTo(endpoint.uri().resolve("/open?code=Ab_-9"));
    assertThat(seen.getFirst()).isEqualTo("POST /api/v1/dashboard-codes");
  }

  @Test
  void anAnswerWithoutAPathIsATrouble() {
    status = 401;

    assertThatThrownBy(() -> calls.dashboardLink(endpoint, TOKEN))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageContaining("it answers 401");
  }

  @Test
  void silenceIsATrouble() {
    server.stop(0);

    assertThatThrownBy(() -> calls.dashboardLink(endpoint, TOKEN))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageContaining("does not answer");
  }
}
