package dev.engine.domain.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.testing.InMemoryPages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Workers} and their queue for the tests of everything above storage. */
public final class InMemoryWorkers implements Workers, WorkerQueue {

  private static final int MOST_COUNTED = 1_000;

  private record Question(PingId ping, int attempt) {}

  private final Map<WorkerId, Worker> byId = new LinkedHashMap<>();
  private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
  private final Map<WorkerId, Question> questions = new LinkedHashMap<>();
  private final List<BiConsumer<Worker, Instant>> followers = new ArrayList<>();
  private final Sessions sessions;
  private final Notifications notifications;
  private final Pings pings;
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryWorkers(
      Sessions sessions,
      Notifications notifications,
      Pings pings,
      RandomGenerator random,
      InMemoryJournal journal) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.pings = pings;
    this.random = random;
    this.journal = journal;
  }

  /** Tells {@code follower} of each step of each worker from now on. */
  public void followedBy(BiConsumer<Worker, Instant> follower) {
    followers.add(follower);
  }

  /** Lets the worker go on that waits for {@code answered}. */
  public synchronized void answered(Ping answered, Instant at) {
    byId.values().stream()
        .filter(worker -> worker.state().equals(new Worker.State.Asking(answered.id())))
        .findFirst()
        .ifPresent(
            worker ->
                moved(worker.answered(), WorkerEvents.answered(worker, answered.id(), at), at));
  }

  @Override
  public synchronized Spawning spawn(WorkOrder order, Path outputs, Instant at) {
    Optional<Worker> holder = holder(order);
    if (holder.isPresent()) {
      return new Spawning.SpawnedBefore(holder.get());
    }
    for (WorkerId other : order.dependsOn()) {
      if (!byId.containsKey(other)) {
        return new Spawning.NoSuchDependency(other);
      }
    }
    Task task = order.task();
    if (task.parent() != null && sessions.find(task.parent()).isEmpty()) {
      throw new Conflict("session %s is not stored".formatted(task.parent()));
    }
    WorkerId id = WorkerId.random(random);
    while (byId.containsKey(id)) {
      id = WorkerId.random(random);
    }
    Worker added = Worker.pending(id, order, outputs, at);
    byId.put(id, added);
    journal.add(WorkerEvents.added(added));
    return new Spawning.Spawned(added);
  }

  @Override
  public synchronized Optional<Worker> find(WorkerId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Listed<Worker> list(WorkerFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(worker -> matches(filter, worker)), ORDER, page);
  }

  @Override
  public synchronized List<Worker> asking(Limit limit) {
    return byId.values().stream()
        .filter(worker -> worker.state() instanceof Worker.State.Asking)
        .sorted(
            Comparator.comparing(Worker::createdAt).thenComparing(worker -> worker.id().value()))
        .limit(limit.rows())
        .toList();
  }

  @Override
  public synchronized Cancelling cancel(WorkerId id, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Cancelling.NoSuchWorker(id);
    }
    return switch (worker.status()) {
      case PENDING -> {
        Worker next = worker.cancelled(at);
        yield new Cancelling.CancelledNow(moved(next, WorkerEvents.cancelled(next, at), at));
      }
      case RUNNING -> {
        Worker next = worker.unwanted(at);
        yield new Cancelling.Requested(
            next.equals(worker) ? next : moved(next, WorkerEvents.cancelRequested(next, at), at));
      }
      case COMPLETE, FAILED -> new Cancelling.FinishedBefore(worker);
    };
  }

  @Override
  public synchronized Retrying retry(WorkerId id, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Retrying.NoSuchWorker(id);
    }
    if (!worker.isFinished()) {
      return new Retrying.NotFinished(worker);
    }
    Optional<Worker> holder = holder(worker.order());
    if (holder.isPresent()) {
      return new Retrying.KeyTaken(holder.get());
    }
    questions.remove(id);
    Worker next = worker.again(at);
    return new Retrying.RetriedNow(moved(next, WorkerEvents.retried(next, at), at));
  }

  @Override
  public synchronized Asking ask(WorkerId id, String question, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Asking.NoSuchWorker(id);
    }
    if (worker.status() != WorkerStatus.RUNNING) {
      return new Asking.NotRunning(worker);
    }
    AttemptId attempt = latest(id).orElseThrow().id();
    Ping before = question(attempt);
    return before == null || before.isAnswered()
        ? new Asking.AskedNow(worker, asked(worker, attempt, question, at))
        : new Asking.AskedBefore(worker, before.id());
  }

  @Override
  public synchronized Reporting report(WorkerId id, StatusText text, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Reporting.NoSuchWorker(id);
    }
    if (worker.status() != WorkerStatus.RUNNING) {
      return new Reporting.NotRunning(worker);
    }
    Worker next = worker.reporting(text);
    return new Reporting.Reported(
        next.equals(worker)
            ? next
            : moved(next, WorkerEvents.reported(next, text.value(), at), at));
  }

  @Override
  public synchronized Claiming claim(Capacity capacity, ClaudeSessionId fresh, Instant at) {
    return byId.values().stream()
        .filter(worker -> isReady(worker, at))
        .filter(worker -> hasRoom(capacity, worker.task().primitive()))
        .min(Worker.IN_TURN)
        .<Claiming>map(worker -> claimed(worker, fresh, at))
        .orElseGet(() -> new Claiming.NothingReady(nextTime(at)));
  }

  @Override
  public synchronized Launching launched(AttemptId id, ProcessIdentity process, Instant at) {
    Attempt attempt = attempts.get(id);
    if (attempt == null) {
      return new Launching.NoSuchAttempt(id);
    }
    if (!attempt.isUnderway()) {
      return new Launching.EndedBefore(attempt);
    }
    Attempt launched = attempt.by(process);
    attempts.put(id, launched);
    journal.add(WorkerEvents.launched(stored(id.worker()), id, process, at));
    return new Launching.Launched(launched);
  }

  @Override
  public synchronized List<WorkUnderway> unfinished(Limit limit) {
    return attempts.values().stream()
        .filter(Attempt::isUnderway)
        .sorted(
            Comparator.comparing(Attempt::startedAt)
                .thenComparing(attempt -> attempt.id().worker().value()))
        .limit(limit.rows())
        .map(attempt -> new WorkUnderway(stored(attempt.id().worker()), attempt))
        .toList();
  }

  @Override
  public synchronized Finishing finish(AttemptId id, AttemptEnd end, Instant at) {
    Attempt attempt = attempts.get(id);
    if (attempt == null) {
      return new Finishing.NoSuchAttempt(id);
    }
    if (!attempt.isUnderway()) {
      return new Finishing.FinishedBefore(attempt);
    }
    Worker worker = stored(id.worker());
    Ping question = question(id);
    if (question == null && end instanceof AttemptEnd.Asked asked && !worker.isToBeCancelled()) {
      question = asked(worker, id, asked.question(), at);
    }
    Attempt ended = attempt.ended(end, worker.outcome(end, question), at);
    Worker next = worker.after(end, question, at);
    attempts.put(id, ended);
    moved(next, WorkerEvents.ended(next, id, (Attempt.State.Ended) ended.state()), at);
    return next.isFinished() ? new Finishing.Finished(next) : new Finishing.GoesOn(next);
  }

  @Override
  public synchronized List<Attempt> attempts(WorkerId worker, Limit limit) {
    return of(worker).limit(limit.rows()).toList();
  }

  @Override
  public synchronized Map<WorkerId, Attempt> latestAttempts(Collection<WorkerId> workers) {
    Map<WorkerId, Attempt> latest = new LinkedHashMap<>();
    for (WorkerId worker : workers) {
      attempts(worker, new Limit(1)).forEach(attempt -> latest.put(worker, attempt));
    }
    return latest;
  }

  @Override
  public synchronized Optional<Turn> turn(WorkerId id, Instant at) {
    return find(id)
        .filter(worker -> isReady(worker, at))
        .map(
            worker ->
                new Turn(
                    counted(
                        other -> isReady(other, at) && Worker.IN_TURN.compare(other, worker) < 0),
                    counted(other -> other.status() == WorkerStatus.RUNNING)));
  }

  private Claiming claimed(Worker worker, ClaudeSessionId fresh, Instant at) {
    int number = latest(worker.id()).map(attempt -> attempt.id().number()).orElse(0) + 1;
    Input input = input(worker);
    ClaudeSessionId session = input instanceof Input.Answer answer ? answer.session() : fresh;
    Attempt attempt = Attempt.begun(new AttemptId(worker.id(), number), session, at);
    attempts.put(attempt.id(), attempt);
    Worker running = worker.started(at);
    moved(running, WorkerEvents.started(running, attempt), at);
    return new Claiming.Claimed(running, attempt, input);
  }

  private Input input(Worker worker) {
    Question question = questions.get(worker.id());
    if (question == null) {
      return new Input.Instructions(worker.task().instructions());
    }
    Ping ping = pings.find(question.ping()).orElseThrow();
    AttemptId asking = new AttemptId(worker.id(), question.attempt());
    return ping.state() instanceof Ping.State.Answered answered
        ? new Input.Answer(
            answered.answer().text(), Objects.requireNonNull(attempts.get(asking)).claudeSession())
        : new Input.Instructions(worker.task().instructions());
  }

  private Worker moved(Worker next, Happening told, Instant at) {
    byId.put(next.id(), next);
    journal.add(told);
    WorkerNotices.outcome(next).ifPresent(notice -> notifications.queue(notice, at));
    followers.forEach(follower -> follower.accept(next, at));
    Question question = questions.get(next.id());
    if (next.isFinished() && question != null) {
      pings.acknowledge(question.ping(), at);
    }
    return next;
  }

  private Ping asked(Worker worker, AttemptId attempt, String question, Instant at) {
    Ping ping = pings.send(WorkerNotices.appeal(worker, question), at);
    questions.put(worker.id(), new Question(ping.id(), attempt.number()));
    journal.add(WorkerEvents.asked(worker, ping.id(), at));
    WorkerNotices.asking(worker, ping.id(), question)
        .ifPresent(notice -> notifications.queue(notice, at));
    return ping;
  }

  private @Nullable Ping question(AttemptId attempt) {
    Question question = questions.get(attempt.worker());
    return question == null || question.attempt() != attempt.number()
        ? null
        : pings.find(question.ping()).orElseThrow();
  }

  private Stream<Attempt> of(WorkerId worker) {
    return attempts.values().stream()
        .filter(attempt -> attempt.id().worker().equals(worker))
        .sorted(Comparator.comparingInt((Attempt attempt) -> attempt.id().number()).reversed());
  }

  private Optional<Attempt> latest(WorkerId worker) {
    return of(worker).findFirst();
  }

  private Optional<Worker> holder(WorkOrder order) {
    return byId.values().stream()
        .filter(worker -> !worker.isFinished() && order.dedupeKey() != null)
        .filter(worker -> Objects.equals(order.dedupeKey(), worker.order().dedupeKey()))
        .findFirst();
  }

  private boolean isReady(Worker worker, Instant at) {
    Instant time = time(worker);
    return isFree(worker) && (time == null || !time.isAfter(at));
  }

  private @Nullable Instant nextTime(Instant at) {
    return byId.values().stream()
        .filter(this::isFree)
        .flatMap(worker -> Stream.ofNullable(time(worker)))
        .filter(time -> time.isAfter(at))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether it waits for its time and its turn only. */
  private boolean isFree(Worker worker) {
    return worker.state() instanceof Worker.State.Pending
        && worker.order().dependsOn().stream()
            .allMatch(other -> stored(other).status() == WorkerStatus.COMPLETE);
  }

  private static @Nullable Instant time(Worker worker) {
    return worker.state() instanceof Worker.State.Pending pending ? pending.notBefore() : null;
  }

  private Worker stored(WorkerId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private boolean hasRoom(Capacity capacity, Primitive primitive) {
    return counted(worker -> worker.status() == WorkerStatus.RUNNING) < capacity.fleet()
        && counted(
                worker ->
                    worker.status() == WorkerStatus.RUNNING
                        && worker.task().primitive().equals(primitive))
            < capacity.of(primitive);
  }

  private int counted(Predicate<Worker> which) {
    return (int) Math.min(byId.values().stream().filter(which).count(), MOST_COUNTED);
  }

  private static boolean matches(WorkerFilter filter, Worker worker) {
    return (filter.status() == null || filter.status() == worker.status())
        && (filter.owner() == null || filter.owner().equals(worker.task().owner()))
        && (filter.parent() == null || filter.parent().equals(worker.task().parent()));
  }
}
