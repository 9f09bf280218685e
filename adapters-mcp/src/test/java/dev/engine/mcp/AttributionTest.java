package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Signal;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.mcp.Agent.Result;
import dev.engine.services.CallerClaim;
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

  @Test
  void aWorkerIsKnownByTheSessionOfItsAttemptWhileThatIsUnderway() {
    Agent agent = new Agent(project);
    Worker worker = WorkerExamples.spawned(agent.storage, "Compare.", Agent.NOON);
    Attempt attempt = WorkerExamples.claimed(agent.storage, Agent.NOON).attempt();
    CallerClaim claim = new CallerClaim(null, attempt.claudeSession(), null);
    Map<String, Object> report = Map.of("status", "reading");

    Result during = agent.callAs(claim, "worker_report", report);
    Result ofOthers = agent.callAs(claim, "priority_add", Map.of("content", "x", "pool", "y"));
    AttemptEnd end = new AttemptEnd.Succeeded("done", 0, Usage.UNKNOWN);
    agent.storage.workerQueue().finish(attempt.id(), end, Agent.NOON);
    Result after = agent.callAs(claim, "worker_report", report);

    assertThat(during.structured().get("id").asString()).isEqualTo(worker.id().value());
    assertThat(ofOthers.text()).startsWith("ENG-1203 worker " + worker.id());
    assertThat(after.text()).startsWith("ENG-1202 ");
  }

  private static void hookTells(Sessions sessions, String claudeId) {
    sessions.observe(
        SessionExamples.sighting(
                claudeId, new Signal.ToolStarted(), SessionExamples.NOON.plusSeconds(1))
            .withTool(new ToolUse(new ToolUseId(USE), "mcp__engine__ping_user", Phase.STARTED)));
  }
}
