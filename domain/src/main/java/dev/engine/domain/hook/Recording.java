package dev.engine.domain.hook;

/** What became of a call that was to be remembered. */
public sealed interface Recording {

  /** It is remembered now. */
  record RecordedNow(RecordedCall call) implements Recording {}

  /** It was remembered before, as it was then; nothing was changed. */
  record RecordedBefore(RecordedCall call) implements Recording {}
}
