package dev.engine.http;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.Want;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FleetRoutesTest {

  private static final Instant NOON = House.NOON;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void nobodyIsLiveAtFirst() {
    assertThat(api.get("/fleet").body())
        .isEqualTo("{\"at\":\"2026-01-05T12:00:00Z\",\"conversations\":[]}");
  }

  @Test
  void aLiveSessionIsShownWithAllThatItIsAt() {
    Client client =
        new Client("/home/dev/app", null, new ProcessIdentity(4711, NOON), "%7", "build", "opus");
    Session session = began("a", client);
    for (int minute = 0; minute < 3; minute++) {
      house
          .storage
          .contextSamples()
          .record(
              new ClaudeSessionId("a"),
              ContextExamples.reading(
                  44 + 2 * minute, 88_000 + 4_000 * minute, 200_000, 60 * minute));
    }
    house.engine.sessions().say(session.id(), new StatusText("Fixes the build."));
    house
        .storage
        .sessions()
        .observe(
            sighting("a", new Signal.ToolStarted(), NOON.plusSeconds(1))
                .withTool(new ToolUse(new ToolUseId("toolu_1"), "Bash", Phase.STARTED)));
    house
        .storage
        .sessions()
        .observe(sighting("a", new Signal.WaitsFor(Want.PERMISSION), NOON.plusSeconds(2)));

    assertThat(api.get("/fleet").body())
        .isEqualTo(
            """
            {"at":"2026-01-05T12:00:00Z","conversations":[{"conversationId":"%s",\
            "waitingNoticeCount":0,\
            "workers":{"pendingCount":0,"runningCount":0,"failedCount":0},\
            "sessions":[{"id":"%s","role":"builder","mode":"interactive","state":"tool_active",\
            "statusText":"Fixes the build.","waitingFor":"permission",\
            "waitingSince":"2026-01-05T12:00:02Z","startedAt":"2026-01-05T12:00:00Z",\
            "lastSeenAt":"2026-01-05T12:00:02Z","model":"opus","cwd":"/home/dev/app",\
            "hasPane":true,"tmuxWindow":"build","context":{"warningLevel":0,"percent":48,\
            "readAt":"2026-01-05T12:02:00Z","tokens":96000,"window":200000,\
            "sampledAt":"2026-01-05T12:02:00Z","source":"status_line","forecasts":[\
            {"level":50,"minutes":1,"at":"2026-01-05T12:03:00Z"},\
            {"level":70,"minutes":11,"at":"2026-01-05T12:13:00Z"},\
            {"level":90,"minutes":21,"at":"2026-01-05T12:23:00Z"}]},\
            "tool":{"toolUseId":"toolu_1","name":"Bash","startedAt":"2026-01-05T12:00:01Z"}}]}]}\
            """
                .formatted(session.conversation(), session.id()));
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    Session session = began("a", Client.UNKNOWN);

    assertThat(api.get("/fleet").body())
        .endsWith(
            """
            "sessions":[{"id":"%s","role":"builder","mode":"interactive","state":"idle",\
            "quietSince":"2026-01-05T12:00:00Z","startedAt":"2026-01-05T12:00:00Z",\
            "lastSeenAt":"2026-01-05T12:00:00Z","hasPane":false,\
            "context":{"warningLevel":0,"forecasts":[]}}]}]}\
            """
                .formatted(session.id()));
  }

  private Session began(String claudeId, Client client) {
    Sighting first = sighting(claudeId, started(Source.STARTUP), client, NOON);
    return ((Observation.Admitted) house.storage.sessions().admit(first, newcomer(Role.BUILDER)))
        .session();
  }
}
