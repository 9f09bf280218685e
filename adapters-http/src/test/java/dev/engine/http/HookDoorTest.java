package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import dev.engine.http.House.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HookDoorTest {

  private static final String ID = "X-Engine-Event-Id: 0123456789abcdef0123456789abcdef";

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void anEventIsHeardAsItWasSent() {
    Answer answer = client.send("POST", "/hooks/Stop", "{\"session_id\":\"\u00e4\", \"x\":1}", ID);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(house.heard)
        .containsExactly(
            new Heard(
                "Stop",
                "{\"session_id\":\"\u00e4\", \"x\":1}",
                "0123456789abcdef0123456789abcdef"));
  }

  @Test
  void aMebibyteIsHeardAndNotMore() {
    String mebibyte = "\"" + "a".repeat((1 << 20) - 2) + "\"";

    Answer most = client.send("POST", "/hooks/Stop", mebibyte);
    Answer more = client.send("POST", "/hooks/Stop", mebibyte + " ");

    assertThat(most.status()).isEqualTo(204);
    assertThat(more.status()).isEqualTo(413);
    assertThat(house.heard).extracting(Heard::payload).containsExactly(mebibyte);
  }

  @Test
  void whatTheListenerAnswersIsAnswered() {
    house.hookAnswer.set(new HookListener.Answer("{\"continue\":true}", "a\nline of tr\u00fcuble"));

    Answer answer = client.send("POST", "/hooks/SessionStart", "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"continue\":true}");
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("X-Engine-Trouble")).contains("a?line of tr?uble");
  }

  @Test
  void anAnswerTellsHowLongItIs() {
    house.hookAnswer.set(new HookListener.Answer("{\"said\":\"\u00e4\"}", null));

    Answer answer = client.send("POST", "/hooks/SessionStart", "{}", "Connection: close");

    assertThat(answer.header("Content-Length")).contains("13");
    assertThat(answer.body()).isEqualTo("{\"said\":\"\u00e4\"}");
  }

  @Test
  void aStrangerIsNotHeard() {
    Answer answer = client.sendAs("POST", "/hooks/Stop", "{}", ID);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(house.heard).isEmpty();
  }
}
