package dev.engine.app.chaos;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Capacity;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.services.calendar.SlotCalendar;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The use cases of an engine that works: workers, missions, pings, priorities. */
final class Work {

  private static final Limit ONE = new Limit(1);
  private static final Capacity ENOUGH = Capacity.of(100);
  private static final long PID = 4_000_000;

  /** By then a slot of the mission is due. */
  private static final Duration LATER = Duration.ofMinutes(5);

  private Work() {}

  /** One of each, for a session that is registered as {@code claudeId}. */
  static List<Step> whole(String claudeId) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("spawn", scene -> spawn(scene, claudeId)));
    steps.add(
        new Step(
            "claim",
            scene -> {
              ClaudeSessionId session = new ClaudeSessionId("worker-of-" + claudeId);
              scene.storage().workerQueue().claim(ENOUGH, session, scene.now());
            }));
    steps.add(
        new Step(
            "launch",
            scene -> {
              ProcessIdentity process = new ProcessIdentity(PID, scene.now());
              scene.storage().workerQueue().launched(underway(scene).id(), process, scene.now());
            }));
    steps.add(new Step("finish", Work::finish));
    steps.add(new Step("schedule", Work::schedule));
    steps.add(new Step("slot", Work::slot));
    steps.add(new Step("ping", scene -> ping(scene, claudeId)));
    steps.add(new Step("answer", Work::answer));
    steps.add(new Step("priority", Work::addPriority));
    steps.add(new Step("priority done", Work::completePriority));
    return List.copyOf(steps);
  }

  /** One that is easily told from others. */
  static Step ping(String claudeId) {
    return new Step("ping", scene -> ping(scene, claudeId));
  }

  private static void spawn(Scene scene, String claudeId) {
    String instructions = scene.text("Look into it");
    Task task =
        new Task(Primitive.RESEARCH, instructions, null, scene.session(claudeId).conversation());
    scene.storage().workers().spawn(WorkOrder.of(task), scene.outputs(), scene.now());
  }

  private static Attempt underway(Scene scene) {
    return scene.storage().workerQueue().unfinished(ONE).getFirst().attempt();
  }

  private static void finish(Scene scene) {
    AttemptEnd end = new AttemptEnd.Succeeded(scene.text("Found"), 0, Usage.UNKNOWN);
    scene.storage().workerQueue().finish(underway(scene).id(), end, scene.now());
  }

  private static void schedule(Scene scene) {
    String slug = "look-" + Integer.toHexString(scene.random().nextInt());
    Timing timing = Timing.of(Schedule.parse("every 1m"), ZoneOffset.UTC);
    MissionPlan plan =
        new MissionPlan(
            new Slug(slug), "Look again", scene.text("Look"), Primitive.MONITOR, timing, null);
    scene.storage().scheduledMissions().add(plan, new SlotCalendar(), scene.now());
  }

  private static void slot(Scene scene) {
    scene.storage().scheduledMissions().list(Page.FIRST).items().stream()
        .limit(1)
        .forEach(
            mission ->
                scene
                    .storage()
                    .missionRuns()
                    .advance(
                        mission.id(),
                        new SlotCalendar(),
                        scene.outputs(),
                        scene.now().plus(LATER)));
  }

  private static void ping(Scene scene, String claudeId) {
    Appeal appeal =
        new Appeal(
            null,
            scene.session(claudeId).conversation(),
            Urgency.NORMAL,
            scene.text("Deploy now?"));
    scene.storage().pings().send(appeal, scene.now());
  }

  /** How many pings are open, of a hundred at most. */
  static int pings(Scene scene) {
    return scene.storage().pings().list(PingFilter.OPEN, Page.FIRST).items().size();
  }

  private static void answer(Scene scene) {
    scene.storage().pings().list(PingFilter.OPEN, Page.FIRST).items().stream()
        .limit(1)
        .forEach(
            ping -> scene.storage().pings().answer(ping.id(), new Answer("Go ahead"), scene.now()));
  }

  private static void addPriority(Scene scene) {
    PriorityText text = new PriorityText("Release the next version");
    scene.storage().priorities().add(text, Level.HIGH, Pool.MAIN, scene.now());
  }

  private static void completePriority(Scene scene) {
    scene.storage().priorities().list(PriorityFilter.open(null), Page.FIRST).items().stream()
        .limit(1)
        .forEach(priority -> scene.storage().priorities().complete(priority.id(), scene.now()));
  }
}
