package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.simulation.ModelWorker.Standing;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.calendar.SlotCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people and agents want, by commands: each is a process of its own. */
final class People {

  private static final List<Primitive> KINDS =
      List.of(Primitive.RESEARCH, Primitive.BUILD, Primitive.WRITE);

  private static final int MOST_MISSIONS = 5;

  private final FleetHome home;
  private final Dice dice;
  private final FleetLog log;
  private final FleetModel model;
  private final Supplier<Storage> desk;
  private final SlotCalendar calendar = new SlotCalendar();

  /**
   * @param desk the store as commands open it now
   */
  People(FleetHome home, Dice dice, FleetLog log, FleetModel model, Supplier<Storage> desk) {
    this.home = home;
    this.dice = dice;
    this.log = log;
    this.model = model;
    this.desk = desk;
  }

  /** One of them wants something. */
  void act() {
    switch (dice.below(16)) {
      case 0 -> cancel();
      case 1, 2 -> retry();
      case 3, 4 -> answer();
      case 5, 6 -> schedule();
      case 7 -> switchMission();
      case 8 -> runNow();
      default -> spawn();
    }
  }

  private Storage store() {
    return desk.get().as(Actor.CLI);
  }

  private Instant now() {
    return home.time().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private @Nullable ConversationId anyConversation() {
    List<ConversationId> known = model.conversations();
    return known.isEmpty() || dice.isOneIn(5) ? null : dice.anyOf(known);
  }

  private void spawn() {
    Task task = new Task(dice.anyOf(KINDS), "Look into it", null, anyConversation());
    WorkOrder order =
        WorkOrder.of(task).withPriority(dice.below(5) - 2).triedAtMost(1 + dice.below(3));
    if (dice.isOneIn(3)) {
      order = order.withDedupeKey("key-" + dice.below(3));
    }
    List<ModelWorker> known = List.copyOf(model.workers().all());
    if (!known.isEmpty() && dice.isOneIn(4)) {
      order = order.dependingOn(dice.anyOf(known).id());
    }
    if (dice.isOneIn(6)) {
      order = order.after(now().plus(dice.below(Duration.ofMinutes(30))));
    }
    if (dice.isOneIn(4)) {
      order = order.within(Duration.ofSeconds(30 + dice.below(1_000)));
    }
    spawn(order);
  }

  private void spawn(WorkOrder order) {
    Optional<WorkerId> holder = model.workers().holder(order.dedupeKey());
    switch (store().workers().spawn(order, home.outputs(), now())) {
      case Spawning.Spawned spawned -> {
        assertThat(holder).as("has the key of %s", spawned).isEmpty();
        model.workers().ordered(spawned.worker().id(), order);
        log.tell("spawn %s: %s".formatted(spawned.worker().id(), order));
      }
      case Spawning.SpawnedBefore before -> {
        assertThat(holder).as("has the key of %s", before).contains(before.worker().id());
        log.tell("spawned before: %s".formatted(before.worker().id()));
      }
      case Spawning.NoSuchDependency none -> throw new AssertionError(none);
    }
  }

  private void cancel() {
    List<ModelWorker> open =
        model.workers().all().stream().filter(worker -> !worker.isFinished()).toList();
    if (!open.isEmpty()) {
      ModelWorker worker = dice.anyOf(open);
      log.tell("cancel %s".formatted(worker.id()));
      store().workers().cancel(worker.id(), now());
    }
  }

  private void retry() {
    List<ModelWorker> finished =
        model.workers().all().stream().filter(ModelWorker::isFinished).toList();
    if (!finished.isEmpty()) {
      ModelWorker worker = dice.anyOf(finished);
      log.tell("retry %s".formatted(worker.id()));
      store().workers().retry(worker.id(), now());
    }
  }

  /** Answers whatever is asked, or one question of several. */
  private void answer() {
    List<ModelWorker> asking = asking();
    if (!asking.isEmpty()) {
      answer(dice.anyOf(asking));
    }
  }

  void answerAll() {
    asking().forEach(this::answer);
  }

  private List<ModelWorker> asking() {
    return model.workers().all().stream()
        .filter(worker -> worker.question() != null && !worker.isFinished())
        .toList();
  }

  private void answer(ModelWorker worker) {
    String question = worker.question();
    if (question != null) {
      log.tell("answer %s of %s".formatted(question, worker.id()));
      store().pings().answer(new PingId(question), new Answer("Go on"), now());
    }
  }

  private void schedule() {
    if (model.missions().all().size() >= MOST_MISSIONS) {
      return;
    }
    MissionPolicies policies =
        new MissionPolicies(
            dice.anyOf(List.of(MissedRun.values())),
            1 + dice.below(4),
            Duration.ofMinutes(1 + dice.below(3_000)),
            dice.anyOf(List.of(Overlap.values())),
            dice.isOneIn(3) ? Duration.ofSeconds(60 + dice.below(1_000)) : null);
    MissionPlan plan =
        new MissionPlan(
            new Slug("look-" + dice.word()),
            "Look again",
            "Look",
            dice.anyOf(KINDS),
            new Timing(FleetSchedules.drawn(dice, now()), ZoneOffset.UTC, policies),
            anyConversation());
    switch (store().scheduledMissions().add(plan, calendar, now())) {
      case Scheduling.Scheduled added -> {
        model.missions().scheduled(added.mission().id(), plan);
        log.tell("schedule %s: %s".formatted(added.mission().id(), plan.timing()));
      }
      case Scheduling.SlugTaken taken -> throw new AssertionError(taken);
      case Scheduling.NeverDue never -> throw new AssertionError(never);
    }
  }

  private void switchMission() {
    List<ScheduledMissionId> known = List.copyOf(model.missions().all());
    if (known.isEmpty()) {
      return;
    }
    ScheduledMissionId id = dice.anyOf(known);
    if (model.missions().get(id).isEnabled()) {
      disable(id);
    } else {
      log.tell("enable %s".formatted(id));
      store().scheduledMissions().enable(id, calendar, now());
    }
  }

  void disableAll() {
    model.missions().all().stream()
        .filter(id -> model.missions().get(id).isEnabled())
        .forEach(this::disable);
  }

  private void disable(ScheduledMissionId id) {
    log.tell("disable %s".formatted(id));
    store().scheduledMissions().disable(id, now());
  }

  private void runNow() {
    List<ScheduledMissionId> known = List.copyOf(model.missions().all());
    if (!known.isEmpty()) {
      ScheduledMissionId id = dice.anyOf(known);
      log.tell("run %s now".formatted(id));
      store().missionRuns().runNow(id, home.outputs(), now());
    }
  }

  /** Whether nothing is left that anybody could do or would have to be told. */
  boolean isQuiet() {
    return model.workers().all().stream()
        .allMatch(worker -> worker.isFinished() || isStuck(worker));
  }

  /** It depends on one that has failed, or waits for such a one. */
  private boolean isStuck(ModelWorker worker) {
    return worker.standing() == Standing.PENDING
        && worker.order().dependsOn().stream()
            .map(id -> model.workers().get(id))
            .anyMatch(other -> other.standing() == Standing.FAILED || isStuck(other));
  }
}
