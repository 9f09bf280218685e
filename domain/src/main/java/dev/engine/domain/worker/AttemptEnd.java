package dev.engine.domain.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt ended, as whoever ran it tells. */
public sealed interface AttemptEnd {

  AttemptOutcome outcome();

  /** Of its process, 0 to 255; null if nobody knows. */
  default @Nullable Integer exitCode() {
    return null;
  }

  /** Why it came to nothing, in words; null unless it failed or was put off. */
  default @Nullable String error() {
    return null;
  }

  default Usage usage() {
    return Usage.UNKNOWN;
  }

  /**
   * It did what it was told.
   *
   * @param summary what came of it, at most 65,536 characters; may be empty
   */
  record Succeeded(String summary, @Nullable Integer exitCode, Usage usage) implements AttemptEnd {

    /** As much as a file of 64 KiB can hold. */
    public static final int MAX_SUMMARY = 65_536;

    /**
     * @throws InvalidInput if the summary is too long
     */
    public Succeeded {
      TextLength.checked("summary", summary, 0, MAX_SUMMARY);
    }

    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.COMPLETE;
    }
  }

  /**
   * It came to nothing.
   *
   * @param reason in words, 1 to 2,000 characters
   */
  record Failed(String reason, @Nullable Integer exitCode, Usage usage) implements AttemptEnd {

    public static final int MAX_REASON = 2_000;

    /**
     * @throws InvalidInput if the reason is blank or too long
     */
    public Failed {
      TextLength.checked("reason", reason, 1, MAX_REASON);
    }

    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.FAILED;
    }

    @Override
    public String error() {
      return reason;
    }
  }

  /** It took longer than it may. */
  record TimedOut() implements AttemptEnd {
    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.TIMED_OUT;
    }

    @Override
    public String error() {
      return "it took longer than it may";
    }
  }

  /** It was ended because somebody wanted that. */
  record Cancelled() implements AttemptEnd {
    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.CANCELLED;
    }
  }

  /** Its process was gone when an engine came back, or never began; it does not count as tried. */
  record Reclaimed() implements AttemptEnd {
    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.RECLAIMED;
    }
  }

  /**
   * It could not begin, for a reason that may pass; it does not count as tried.
   *
   * @param reason in words, 1 to 2,000 characters
   * @param notBefore when its worker may be tried again
   */
  record PutOff(String reason, Instant notBefore) implements AttemptEnd {

    /**
     * @throws InvalidInput if the reason is blank or too long
     */
    public PutOff {
      TextLength.checked("reason", reason, 1, Failed.MAX_REASON);
    }

    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.RECLAIMED;
    }

    @Override
    public String error() {
      return reason;
    }
  }

  /**
   * It cannot go on without an answer; it does not count as tried.
   *
   * @param question 1 to 9,000 characters, not blank
   */
  record Asked(String question, @Nullable Integer exitCode, Usage usage) implements AttemptEnd {

    /** With who asks in front, it fits into a ping. */
    public static final int MAX_QUESTION = 9_000;

    /**
     * @throws InvalidInput if the question is blank or too long
     */
    public Asked {
      TextLength.checked("question", question, 1, MAX_QUESTION);
    }

    @Override
    public AttemptOutcome outcome() {
      return AttemptOutcome.ASKED;
    }
  }
}
