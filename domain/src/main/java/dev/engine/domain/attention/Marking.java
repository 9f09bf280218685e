package dev.engine.domain.attention;

/** What became of a mark on something that waits. */
public sealed interface Marking {

  /** It is kept. */
  record MarkedNow(AttentionMark mark) implements Marking {}

  /** The same was seen before, as this mark says; nothing was changed. */
  record MarkedBefore(AttentionMark mark) implements Marking {}
}
