package dev.engine.domain.fleet;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link FleetViews} over the fakes of what they are made of. */
public final class InMemoryFleetViews implements FleetViews {

  private static final Page ALL = Page.first(new Limit(1_000));

  private final Storage storage;

  public InMemoryFleetViews(Storage storage) {
    this.storage = storage;
  }

  @Override
  public List<FleetLine> live(Limit most, Instant now) {
    List<LiveSession> sessions =
        storage.sessionViews().list(SessionFilter.LIVE, Page.first(most)).items().stream()
            .map(this::live)
            .toList();
    Map<ConversationId, Integer> notices =
        sessions.stream()
            .map(live -> live.session().conversation())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::waitingNotices));
    return FleetLine.of(sessions, workers(now), notices);
  }

  private LiveSession live(Session session) {
    return new LiveSession(
        session,
        storage.contextSamples().recent(session.id(), new Limit(Forecast.SAMPLES)),
        session.state().activity() == Activity.TOOL_ACTIVE ? running(session) : null);
  }

  private @Nullable ToolCall running(Session session) {
    return storage.toolCalls().list(session.id(), ALL).items().stream()
        .filter(call -> call.state() instanceof ToolCall.State.Running)
        .findFirst()
        .orElse(null);
  }

  private int waitingNotices(ConversationId conversation) {
    NotificationFilter waiting = new NotificationFilter(conversation, Progress.WAITING);
    return storage.notifications().list(waiting, ALL).items().size();
  }

  private Map<ConversationId, WorkerCounts> workers(Instant now) {
    Map<ConversationId, WorkerCounts> counts = new LinkedHashMap<>();
    for (Worker worker : storage.workers().list(WorkerFilter.ALL, ALL).items()) {
      ConversationId owner = worker.task().owner();
      if (owner != null && isCounted(worker, now)) {
        counts.merge(owner, WorkerCounts.one(worker.status()), WorkerCounts::plus);
      }
    }
    return counts;
  }

  private boolean isCounted(Worker worker, Instant now) {
    if (worker.state() instanceof Worker.State.Failed failed) {
      return failed.at().isAfter(now.minus(AttentionItem.FAILURE_SHOWN_FOR))
          && storage.missions().by(worker.id()).isEmpty()
          && storage.attentionMarks().list(ALL.limit()).stream()
              .noneMatch(mark -> mark.hides(AttentionItem.of(worker, failed), now));
    }
    return !(worker.state() instanceof Worker.State.Cancelled);
  }
}
