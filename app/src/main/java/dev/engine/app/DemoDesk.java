package dev.engine.app;

import dev.engine.domain.Urgency;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.services.Engine;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What the person finds on their side of the demo: questions, something to approve, priorities, and
 * work that runs as soon as an engine serves.
 */
final class DemoDesk {

  /** Workers of the demo play at working: nothing is asked of Claude, and nothing costs. */
  private static final String SETTINGS =
      """
      [workers]
      max_parallel = 2

      [workers.profiles.default]
      command = ["/bin/sh", "-c", "read task; for step in 1 2 3 4 5 6 7 8 9 10; do echo step $step of 10: $task; sleep 3; done; echo done: $task"]
      """;

  private static final String COMPARISON =
      """
      # Three competitors, compared

      | | hooks | resets survived | told once |
      |---|---|---|---|
      | A | 220 ms | no | no |
      | B | 160 ms | some | no |
      | ours | 8 ms | yes | yes |

      **Proposal:** lead with *told once*. Nobody else can say it.

      - [ ] the numbers, measured again
      - [ ] a picture of the dashboard
      """;

  private final Engine engine;
  private final HomeFolder home;

  DemoDesk(Engine engine, HomeFolder home) {
    this.engine = engine;
    this.home = home;
  }

  /** Has workers of this home play. To be called before there are any. */
  void letWorkersPlay() {
    try {
      Files.writeString(home.config().resolve("engine.toml"), SETTINGS);
    } catch (IOException failure) {
      throw new StorageUnavailable(
          "the demo's settings cannot be written: " + failure.getMessage(), failure);
    }
  }

  /** What the chief leaves: a question, something to look at, and what matters today. */
  void ofChief(ConversationSummary chief) {
    SessionId session = chief.newest().id();
    ask(session, chief.id(), Urgency.NORMAL, "Publish the release notes today, or with the video?");
    engine
        .portal()
        .stage(
            new Exhibit(Kind.MARKDOWN, "Three competitors, compared", COMPARISON),
            new Provenance(chief.id(), session, null),
            null);
    matters("Decide which of the three claims leads", Level.CRITICAL);
    matters("Read section 3 of the paper", Level.HIGH);
    matters("Answer the reviewer of the old client", Level.MEDIUM);
    handOver(chief.id(), Primitive.RESEARCH, "Find what people say of slow hooks");
    handOver(chief.id(), Primitive.WRITE, "Draft the release notes");
    handOver(chief.id(), Primitive.REVIEW, "Check every figure of the release notes");
  }

  private void ask(SessionId session, ConversationId asker, Urgency urgency, String question) {
    engine.pings().send(new Appeal(session, asker, urgency, question));
  }

  private void matters(String content, Level level) {
    engine.priorities().add(new PriorityText(content), level, Pool.MAIN);
  }

  private void handOver(ConversationId owner, Primitive primitive, String instructions) {
    engine
        .workers()
        .spawn(WorkOrder.of(new Task(primitive, instructions, null, owner)), home.outputs());
  }
}
