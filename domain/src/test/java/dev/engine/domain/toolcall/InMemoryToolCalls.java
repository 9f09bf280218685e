package dev.engine.domain.toolcall;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link ToolCalls} for the tests of everything above storage. */
public final class InMemoryToolCalls implements ToolCalls {

  private static final Comparator<ToolCall> OLDEST_FIRST =
      Comparator.comparing(ToolCall::startedAt).thenComparing(call -> call.id().value());

  private final Map<ToolUseId, ToolCall> byId = new LinkedHashMap<>();

  /** Keeps what an event of {@code session} tells. */
  public synchronized void record(ToolUse use, SessionId session, Instant at) {
    byId.merge(
        use.id(), ToolCall.first(use, session, at), (before, first) -> before.after(use, at));
  }

  @Override
  public synchronized Optional<ToolCall> find(ToolUseId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Listed<ToolCall> list(SessionId session, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(call -> call.session().equals(session)), ORDER, page);
  }

  @Override
  public synchronized int forget(Instant before, Limit most) {
    List<ToolCall> old =
        byId.values().stream()
            .filter(call -> call.startedAt().isBefore(before))
            .sorted(OLDEST_FIRST)
            .limit(most.rows())
            .toList();
    old.forEach(call -> byId.remove(call.id()));
    return old.size();
  }
}
