package dev.engine.domain.content;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.notification.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What agents laid out for the person.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code StagedContentContract} is this interface in tests.
 */
public interface StagedContent {

  /** The order of {@link #list}. */
  ListOrder<StagedItem, TimePlace<StagedItemId>> ORDER =
      ListOrder.newestFirst(
          "staged items", StagedItem::stagedAt, StagedItem::id, StagedItemId::new);

  /**
   * Lays {@code exhibit} out.
   *
   * @param provenance its session, if it has one, is known to the same store
   * @param expiresAt when it stops waiting; null if it never does
   */
  StagedItem stage(Exhibit exhibit, Provenance provenance, Instant at, @Nullable Instant expiresAt);

  Optional<StagedItem> find(StagedItemId id);

  /** The text that was laid out as {@code id}; empty if there is no such item. */
  Optional<String> body(StagedItemId id);

  /**
   * Settles {@code id} if it waits, and in the same step queues the {@link Notice} that tells its
   * conversation.
   */
  Resolution resolve(StagedItemId id, StagedItem.State.Resolved resolved);

  /**
   * Expires what was to stop waiting at {@code now} or before, and tells the conversations as
   * {@link #resolve} does. Returns what it expired, the longest overdue at the front; when that is
   * as much as {@code limit}, there may be more.
   */
  List<StagedItem> expire(Instant now, Limit limit);

  /** What {@code filter} lets through, the one staged last at the front. */
  Listed<StagedItem> list(StagedFilter filter, Page page);
}
