package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Signal;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose call it is. */
final class AttributionTest {

  private static final Map<String, Object> PING = Map.of("message", "Well?");
  private static final String USE = "toolu_01r4xs5tkflpEse56nonstq1pD";

  @TempDir Path project;

  @Test
  void theHookBeforeTheCallSaysItWhateverTheEnvironmentSays() {
    Agent agent = new Agent(project);
    Session other = SessionExamples.stored(agent.storage.sessions(), "after-the-clear");
    hookTells(agent.storage.sessions(), "after-the-clear");

    String asked = agent.callAgain(USE, "ping_user", PING).structured().get("sessionId").asString();

    assertThat(asked).isEqualTo(other.id().value());
    assertThat(agent.pauses).hasValue(0);
  }

  @Test
  void whereNoHookComesTheEnvironmentSaysItAfterAWhile() {
    Agent agent = new Agent(project);

    String asked = agent.callAgain(USE, "ping_user", PING).structured().get("sessionId").asString();

    assertThat(asked).isEqualTo(agent.session.id().value());
    assertThat(agent.pauses).hasPositiveValue();
  }

  @Test
  void whoOnlyLooksWaitsForNobody() {
    Agent agent = new Agent(project);

    agent.callAgain(USE, "session_list", Map.of());

    assertThat(agent.pauses).hasValue(0);
  }

  private static void hookTells(Sessions sessions, String claudeId) {
    sessions.observe(
        SessionExamples.sighting(
                claudeId, new Signal.ToolStarted(), SessionExamples.NOON.plusSeconds(1))
            .withTool(new ToolUse(new ToolUseId(USE), "mcp__engine__ping_user", Phase.STARTED)));
  }
}
