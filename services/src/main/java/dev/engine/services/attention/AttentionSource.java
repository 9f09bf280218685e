package dev.engine.services.attention;

import dev.engine.domain.attention.AttentionItem;
import java.time.Instant;
import java.util.stream.Stream;

/** Something that has the person wait for it, or for which they are waited for. */
interface AttentionSource {

  /** What waits at {@code now}, in any order, also what the person has seen. */
  Stream<AttentionItem> at(Instant now);
}
