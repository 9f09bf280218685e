package dev.engine.domain.content;

/** What became of a request to settle a staged item. */
public sealed interface Resolution {

  /** This request settled it, and its conversation will be told. */
  record ResolvedNow(StagedItem item) implements Resolution {}

  /** It was settled already; nothing was changed. */
  record ResolvedBefore(StagedItem item) implements Resolution {}

  /** There is no such item. */
  record NoSuchItem(StagedItemId id) implements Resolution {}
}
