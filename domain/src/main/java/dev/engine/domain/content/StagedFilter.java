package dev.engine.domain.content;

import dev.engine.domain.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Which staged items a list is about.
 *
 * @param conversation null for any
 */
public record StagedFilter(Progress progress, @Nullable ConversationId conversation) {

  /** Every item. */
  public static final StagedFilter ALL = new StagedFilter(Progress.ANY, null);

  /** Those that wait for the person. */
  public static final StagedFilter STAGED = new StagedFilter(Progress.STAGED, null);

  /** How far an item has come. */
  public enum Progress {
    STAGED,
    RESOLVED,
    ANY
  }
}
