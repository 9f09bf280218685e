package dev.engine.domain.session;

/** What one event of Claude Code says about its session, free of how the client words it. */
public sealed interface Signal {

  /** A context begins: a new session, or a known one that goes on. */
  record Started(Source source) implements Signal {}

  /** A prompt was given. */
  record Prompted() implements Signal {}

  /** A tool is about to run. */
  record ToolStarted() implements Signal {}

  /** A tool, or a batch of them, is done, well or not. */
  record ToolFinished() implements Signal {}

  /** Nothing goes on until a person does something. */
  record WaitsFor(Want want) implements Signal {}

  /** The turn is over. */
  record Stopped() implements Signal {}

  /** The session is over. */
  record Ended(EndReason reason) implements Signal {}

  /** Anything else: a sign of life and no more. */
  record Seen() implements Signal {}
}
