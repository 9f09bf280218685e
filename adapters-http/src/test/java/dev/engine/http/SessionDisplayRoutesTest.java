package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.Showing;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SessionDisplayRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);
  private final Session session = SessionExamples.stored(house.storage.sessions(), "a");

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aPaneIsBroughtToTheFront() {
    house.display.set(client -> new Showing.Shown("%7", "build", true));

    Answer shown = api.post("/sessions/%s/show".formatted(session.id()));

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .isEqualTo(
            "{\"sessionId\":\"%s\",\"pane\":\"%%7\",\"window\":\"build\",\"visible\":true}"
                .formatted(session.id()));
  }

  @Test
  void aPaneThatCannotBeShownIsAConflict() {
    house.display.set(client -> new Showing.PaneGone());

    Answer gone = api.post("/sessions/%s/show".formatted(session.id()));
    Answer unknown = api.post("/sessions/ffffffff/show");

    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.body()).contains("ENG-1003", "its tmux pane is gone");
    assertThat(unknown.status()).isEqualTo(404);
  }
}
