package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class McpRoutesTest {

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void aMessageIsHeardAsItWasSentAndItsAnswerTellsItsLength() {
    AtomicReference<String> heard = new AtomicReference<>("");
    house.mcpAnswer.set(
        message -> {
          heard.set(new String(message, StandardCharsets.UTF_8));
          return new McpListener.Answer.Said("{\"said\":\"\u00e4\"}");
        });

    Answer answer = client.send("POST", "/mcp", "{\"id\":\"\u00e4\"}");

    assertThat(heard).hasValue("{\"id\":\"\u00e4\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Content-Length")).contains("13");
    assertThat(answer.body()).isEqualTo("{\"said\":\"\u00e4\"}");
  }

  @Test
  void whatWantsNoAnswerIsTaken() {
    Answer answer = client.send("POST", "/mcp", "{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whatIsNoMessageIsRefusedInTheProtocolsWords() {
    house.mcpAnswer.set(message -> new McpListener.Answer.Refused("{\"error\":{}}"));

    Answer answer = client.send("POST", "/mcp", "x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":{}}");
  }

  @Test
  void aStrangerIsNotHeardAndThereIsNoStreamToRead() {
    assertThat(client.sendAs("POST", "/mcp", "{}", "Content-Type: application/json").status())
        .isEqualTo(401);
    assertThat(client.send("GET", "/mcp").status()).isEqualTo(405);
    assertThat(client.send("DELETE", "/mcp").status()).isEqualTo(405);
  }
}
