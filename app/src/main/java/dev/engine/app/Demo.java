package dev.engine.app;

import dev.engine.cli.DemoRun;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.StatusText;
import dev.engine.services.Engine;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fleet of five, replayed from recordings of the real client through the hooks that are installed
 * in a project: what a newcomer would see after a morning's work.
 */
final class Demo implements DemoRun {

  /** Above what Linux gives to a process, so that no process of this machine is meant. */
  private static final long FIRST_PID = 5_000_001;

  /**
   * One client and what it went through.
   *
   * @param recording a file of payloads, one a line
   * @param from the first payload that is replayed, counted from 0
   * @param to the one before which the replay stops
   */
  private record Actor(Role role, String folder, String recording, int from, int to) {}

  /** In this order: a later one may go on where an earlier one of the same role stopped. */
  private static final List<Actor> ACTORS =
      List.of(
          new Actor(Role.CHIEF, "office", "v2.1.330-compact-and-clear", 0, 22),
          new Actor(Role.BUILDER, "shop", "v2.1.330-tools-and-subagents", 0, 29),
          new Actor(Role.DEEP_WORK, "paper", "v2.1.197-compact-and-clear", 0, 23),
          new Actor(Role.DEEP_WORK, "paper", "v2.1.330-resume", 0, 2),
          new Actor(Role.PROJECT, "legacy", "v2.0.76-compact-and-clear", 2, 5),
          new Actor(Role.IDEA, "sketch", "v2.1.330-fork", 0, 2));

  /** In the payload that ends a session by {@code /clear}. */
  private static final String CLEARING = "\"reason\":\"clear\"";

  private final Engine engine;
  private final DemoDesk desk;
  private final Runnable settling;
  private final JsonMapper json = new JsonMapper();

  /** The client's session ids as recorded, and as they are replayed: each actor has its own. */
  private final Map<String, String> sessionIds = new HashMap<>();

  /**
   * @param settling stores what hooks have left in the spool
   */
  Demo(Engine engine, DemoDesk desk, Runnable settling) {
    this.engine = engine;
    this.desk = desk;
    this.settling = settling;
  }

  @Override
  public int eventCount() {
    return ACTORS.stream().mapToInt(actor -> actor.to() - actor.from()).sum();
  }

  @Override
  public void replay(Path project, IntConsumer progress) {
    InstalledHooks hooks = InstalledHooks.of(project);
    int done = 0;
    for (Actor actor : ACTORS) {
      for (String payload : Recording.lines(actor.recording()).subList(actor.from(), actor.to())) {
        if (actor.role() == Role.CHIEF && payload.contains(CLEARING)) {
          finishTheComparison();
        }
        fire(hooks, actor, project, payload);
        progress.accept(++done);
      }
    }
    settling.run();
    desk.letWorkersPlay();
    engine.sessions().conversations(Page.FIRST).items().forEach(this::meanwhile);
  }

  /** Just before the chief is cleared: whoever comes after the clear is told. */
  private void finishTheComparison() {
    settling.run();
    engine.sessions().conversations(Page.FIRST).items().stream()
        .map(ConversationSummary::id)
        .filter(ConversationId::isChiefs)
        .findFirst()
        .ifPresent(chief -> engine.notifications().queue(comparisonIsDone(chief)));
  }

  private void fire(InstalledHooks hooks, Actor actor, Path project, String line) {
    ObjectNode payload = (ObjectNode) json.readTree(line);
    String claudeId = ownSessionId(actor, payload.path("session_id").asString());
    Path folder = project.resolve(actor.folder());
    payload.put("session_id", claudeId).put("cwd", folder.toString());
    payload.put("transcript_path", folder.resolve(claudeId + ".jsonl").toString());
    String event = payload.path("hook_event_name").asString();
    hooks.fire(event, payload.toString(), environment(actor, project)).stream()
        .filter(result -> result.exitCode() != 0 || !result.stderr().isEmpty())
        .findFirst()
        .ifPresent(
            failed -> {
              throw new IllegalStateException(
                  "the installed hook failed on %s: %s".formatted(event, failed));
            });
  }

  /** A resumed session has the id of the one that it goes on with. */
  private String ownSessionId(Actor actor, String recorded) {
    if (actor.recording().endsWith("resume")) {
      return sessionIds.entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(actor.folder() + " "))
          .map(Map.Entry::getValue)
          .max(Comparator.naturalOrder())
          .orElse(recorded);
    }
    return sessionIds.computeIfAbsent(
        actor.folder() + " " + recorded,
        isNew -> "%08d-0000-4000-8000-000000000000".formatted(sessionIds.size() + 1));
  }

  private static Map<String, String> environment(Actor actor, Path project) {
    long pid = FIRST_PID + ACTORS.indexOf(actor);
    return Map.of(
        "CLAUDE_PROJECT_DIR", project.toString(),
        "CLAUDE_CODE_ENTRYPOINT", "cli",
        "CLAUDE_PID", Long.toString(pid),
        "ENGINE_ROLE", actor.role().wireName());
  }

  /** What would have happened meanwhile: what they said, and work that somebody must be told of. */
  private void meanwhile(ConversationSummary summary) {
    switch (summary.newest().assignment().role()) {
      case CHIEF -> {
        say(summary, "planning the release with the others");
        desk.ofChief(summary);
      }
      case BUILDER -> say(summary, "writing x.txt, if it may");
      case DEEP_WORK -> {
        say(summary, "section 3 of the paper");
        engine
            .notifications()
            .message(summary.id(), "The deadline moved to Friday: leave out section 4.");
      }
      case PROJECT -> say(summary, "running the tests of the old client");
      case IDEA -> say(summary, "the same question, another way");
    }
  }

  private void say(ConversationSummary summary, String status) {
    engine.sessions().say(summary.newest().id(), new StatusText(status));
  }

  private static Notice comparisonIsDone(ConversationId conversation) {
    return new Notice(
        conversation,
        NotificationType.WORKER_COMPLETE,
        "3fa94c01",
        "worker 3fa94c01 is done: three competitors compared",
        "The comparison is in its workspace.");
  }
}
