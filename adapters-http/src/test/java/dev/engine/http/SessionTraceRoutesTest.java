package dev.engine.http;

import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.http.Client.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SessionTraceRoutesTest {

  private static final Instant NOON = House.NOON;

  private final House house = House.open();
  private final Api api = new Api(house);
  private final Session session = SessionExamples.stored(house.storage.sessions(), "a");

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aUseOfAToolTellsHowItEnded() {
    tell("toolu_1", Phase.STARTED, 1);
    tell("toolu_1", Phase.FAILED, 3);

    Answer shown = api.get(path("/tool-calls"));

    assertThat(shown.body())
        .isEqualTo(
            """
            {"items":[{"toolUseId":"toolu_1","name":"Bash","startedAt":"2026-01-05T12:00:01Z",\
            "finishedAt":"2026-01-05T12:00:03Z","outcome":"failed","millis":2000}]}\
            """);
  }

  @Test
  void usesOfToolsAreListedTheLatestFirstInPages() {
    tell("toolu_1", Phase.STARTED, 1);
    tell("toolu_2", Phase.STARTED, 2);
    tell("toolu_3", Phase.STARTED, 3);

    assertThat(api.itemsOneByOne(path("/tool-calls"), "toolUseId"))
        .isEqualTo(api.items(path("/tool-calls"), "toolUseId"))
        .containsExactly("toolu_3", "toolu_2", "toolu_1");
  }

  @Test
  void readingsOfAContextAreListedTheNewestFirst() {
    read(ContextExamples.reading(40, 80_000, 200_000, 1));
    read(ContextExamples.reading(41, 82_000, 200_000, 61));

    Answer all = api.get(path("/context"));
    Answer newest = api.get(path("/context?limit=1"));

    assertThat(all.body())
        .isEqualTo(
            """
            {"items":[{"at":"2026-01-05T12:01:01Z","percent":41,"tokens":82000,"window":200000,\
            "source":"status_line"},{"at":"2026-01-05T12:00:01Z","percent":40,"tokens":80000,\
            "window":200000,"source":"status_line"}]}\
            """);
    assertThat(newest.body()).contains("\"percent\":41").doesNotContain("\"percent\":40");
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    assertThat(api.get("/sessions/ffffffff/tool-calls").status()).isEqualTo(404);
    assertThat(api.get("/sessions/ffffffff/context").status()).isEqualTo(404);
  }

  private void tell(String id, Phase phase, int second) {
    Signal signal = phase == Phase.STARTED ? new Signal.ToolStarted() : new Signal.ToolFinished();
    house
        .storage
        .sessions()
        .observe(
            sighting("a", signal, NOON.plusSeconds(second))
                .withTool(new ToolUse(new ToolUseId(id), "Bash", phase)));
  }

  private void read(ContextReading reading) {
    house.storage.contextSamples().record(new ClaudeSessionId("a"), reading);
  }

  private String path(String below) {
    return "/sessions/" + session.id() + below;
  }
}
