package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Every tool, over pipes with and without an engine, and over HTTP. */
final class McpTransportsIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void overPipesWhileNoEngineRuns() throws Exception {
    try (McpScene scene = McpScene.in(folder)) {
      scene.endEngine();

      assertThatEveryToolAnswers(scene, client -> McpPipe.open(scene.project(), client));
    }
  }

  @Test
  void overPipesThroughTheRunningEngine() throws IOException {
    try (McpScene scene = McpScene.in(folder)) {
      assertThatEveryToolAnswers(scene, client -> McpPipe.open(scene.project(), client));
    }
  }

  @Test
  void overHttp() throws IOException {
    try (McpScene scene = McpScene.in(folder)) {
      assertThatEveryToolAnswers(scene, client -> new McpPost(scene.project(), client));
    }
  }

  @Test
  void theEndOfAWorkersLogIsReadWithAndWithoutAnEngine() throws Exception {
    try (McpScene scene = McpScene.in(folder)) {
      String read =
          McpMessages.request(
              "resources/read",
              "{\"uri\":\"engine://worker/%s/log\"}".formatted(scene.worker().id()));

      String posted = new McpPost(scene.project(), scene.asSession()).ask(read);
      scene.endEngine();
      String piped;
      try (McpPipe client = McpPipe.open(scene.project(), scene.asSession())) {
        piped = client.ask(read);
      }

      assertThat(McpMessages.result(posted).path("contents").path(0).path("text").asString())
          .isEqualTo("at work\n");
      assertThat(piped).isEqualTo(posted);
    }
  }

  @Test
  void messagesThatAreSentAtOnceAreEachAnswered() throws IOException {
    try (McpScene scene = McpScene.in(folder)) {
      McpPost client = new McpPost(scene.project(), scene.asSession());
      String list = McpMessages.request("tools/list", "{}");

      List<CompletableFuture<HttpResponse<String>>> sent =
          Stream.generate(() -> client.send(list)).limit(16).toList();

      assertThat(sent)
          .allSatisfy(
              answer -> {
                assertThat(answer.join().statusCode()).isEqualTo(200);
                assertThat(McpMessages.tools(answer.join().body())).hasSize(25);
              });
    }
  }

  @Test
  void aServerOutlivesTheEngineAndFindsTheNextOne() throws Exception {
    try (McpScene scene = McpScene.in(folder);
        McpPipe client = McpPipe.open(scene.project(), scene.asSession())) {
      String ping = McpMessages.call("ping_user", "{\"message\":\"Round\"}");
      List<String> answers = new ArrayList<>();
      answers.add(client.ask(ping));
      scene.endEngine();
      answers.add(client.ask(ping));
      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        assertThat(engine.pid()).isPositive();
        answers.add(client.ask(ping));
      }

      Shipped.Result pings = Shipped.engine(scene.project(), "ping", "list", "--json");

      assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("\"isError\":false"));
      assertThat(JSON.readTree(pings.out())).hasSize(3);
    }
  }

  private static void assertThatEveryToolAnswers(McpScene scene, AgentClient.Transport transport) {
    McpTour tour = new McpTour(scene, transport);
    tour.assertThatGoodArgumentsAreTaken();
    tour.assertThatBadArgumentsAreRefused();
  }
}
