package dev.engine.domain.attention;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;

/**
 * What the person has seen of what waits for them, where the thing itself does not keep it.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code AttentionMarksContract} is this interface in tests.
 */
public interface AttentionMarks {

  /**
   * Keeps {@code mark} in place of an earlier one of the same thing. What was seen for good cannot
   * be put off; the last of several times that it is put off until stands.
   */
  Marking keep(AttentionMark mark);

  /**
   * The marks of {@code items}, by kind and then by subject: at most one each, and none of what was
   * never marked. It may be of a time when the same thing waited before.
   */
  List<AttentionMark> of(List<AttentionItem> items);

  /** The marks, the one kept last at the front. */
  List<AttentionMark> list(Limit limit);
}
