package dev.engine.domain.content;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.content.StagedFilter.Progress;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@link StagedContent} for the tests of everything above storage. */
public final class InMemoryStagedContent implements StagedContent {

  private final Map<StagedItemId, StagedItem> byId = new LinkedHashMap<>();
  private final Map<StagedItemId, String> bodies = new HashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;
  private final Notifications notifications;

  public InMemoryStagedContent(
      RandomGenerator random, Notifications notifications, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
    this.notifications = notifications;
  }

  @Override
  public synchronized StagedItem stage(
      Exhibit exhibit, Provenance provenance, Instant at, @Nullable Instant expiresAt) {
    StagedItemId id = StagedItemId.random(random);
    while (byId.containsKey(id)) {
      id = StagedItemId.random(random);
    }
    StagedItem staged = StagedItem.staged(id, exhibit, provenance, at, expiresAt);
    byId.put(id, staged);
    bodies.put(id, exhibit.body());
    journal.add(StagedEvents.staged(staged));
    return staged;
  }

  @Override
  public synchronized Optional<StagedItem> find(StagedItemId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<String> body(StagedItemId id) {
    return Optional.ofNullable(bodies.get(id));
  }

  @Override
  public synchronized Resolution resolve(StagedItemId id, State.Resolved resolved) {
    StagedItem stored = byId.get(id);
    if (stored == null) {
      return new Resolution.NoSuchItem(id);
    }
    return stored.isStaged()
        ? new Resolution.ResolvedNow(settled(stored, resolved))
        : new Resolution.ResolvedBefore(stored);
  }

  @Override
  public synchronized List<StagedItem> expire(Instant now, Limit limit) {
    return byId.values().stream()
        .filter(item -> item.isDue(now))
        .sorted(
            Comparator.comparing(InMemoryStagedContent::expiresAt)
                .thenComparing(item -> item.id().value()))
        .limit(limit.rows())
        .toList()
        .stream()
        .map(item -> settled(item, new State.Resolved(Verdict.EXPIRED, now, "")))
        .toList();
  }

  @Override
  public synchronized Listed<StagedItem> list(StagedFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(item -> matches(filter, item)), ORDER, page);
  }

  private StagedItem settled(StagedItem stored, State.Resolved resolved) {
    StagedItem settled = stored.resolved(resolved);
    byId.put(settled.id(), settled);
    journal.add(StagedEvents.resolved(settled, resolved));
    settled.notice().ifPresent(notice -> notifications.queue(notice, resolved.at()));
    return settled;
  }

  private static boolean matches(StagedFilter filter, StagedItem item) {
    boolean isAsked =
        filter.conversation() == null
            || filter.conversation().equals(item.provenance().conversation());
    return isAsked
        && (filter.progress() == Progress.ANY
            || (filter.progress() == Progress.STAGED) == item.isStaged());
  }

  private static Instant expiresAt(StagedItem item) {
    return item.state() instanceof State.Staged(Instant expiresAt) && expiresAt != null
        ? expiresAt
        : Instant.MAX;
  }
}
