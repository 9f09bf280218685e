package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WhyRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void whatIsAskedAboutIsExplained() {
    Ping ping = house.engine.pings().send(new Appeal(null, null, Urgency.HIGH, "Deploy now?"));

    Answer why = api.get("/why/" + ping.id());

    assertThat(why.body())
        .isEqualTo(
            """
            {"explanations":[{"kind":"ping","id":"%1$s",\
            "headline":"waits for the person: nobody has looked at it",\
            "since":"2026-01-05T12:00:00Z","facts":[\
            {"at":"2026-01-05T12:00:00Z","text":"was sent, high: \\"Deploy now?\\"","event":1},\
            {"at":"2026-01-05T12:00:00Z",\
            "text":"names no conversation, so nobody is told an answer"}],\
            "next":[{"command":"engine ping answer %1$s TEXT","purpose":"answer it"},\
            {"command":"engine ping ack %1$s","purpose":"take it out of attention"}]}]}\
            """
                .formatted(ping.id()));
  }

  @Test
  void whatNothingIsCalledIsNotFound() {
    assertThat(api.get("/why/0000beef").status()).isEqualTo(404);
    assertThat(api.get("/why/No.Such").status()).isEqualTo(400);
  }
}
