package dev.engine.domain.account;

import dev.engine.domain.TextLine;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;

/**
 * An account that tools act for. What it is opened with is not ours to keep: there is no secret in
 * it.
 *
 * @param displayName one line of at most 200 characters; empty for none
 * @param updatedAt when it was last changed; when it was added, if it never was
 */
public record Account(
    AccountId id,
    Handle handle,
    String displayName,
    Use use,
    Capabilities capabilities,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether tools may act for it. */
  public enum Use {
    ENABLED,
    DISABLED
  }

  private static final int MAX_NAME = 200;

  /**
   * @throws InvalidInput if the display name is too long or more than a line
   */
  public Account {
    requireName(displayName);
  }

  /**
   * Nothing, if {@code text} may be a {@link #displayName}.
   *
   * @throws InvalidInput if it is too long or more than a line
   */
  public static void requireName(String text) {
    if (!text.isEmpty()) {
      TextLine.checked("display name", text, MAX_NAME);
    }
  }

  /** An account just added, for use. */
  public static Account added(
      AccountId id, Handle handle, String displayName, Capabilities capabilities, Instant at) {
    return new Account(id, handle, displayName, Use.ENABLED, capabilities, at, at);
  }

  /** With what {@code amendment} says since {@code at}; returned as is if it says nothing new. */
  public Account amended(Amendment amendment, Instant at) {
    String nextName = amendment.displayName() == null ? displayName : amendment.displayName();
    Capabilities next = amendment.capabilities() == null ? capabilities : amendment.capabilities();
    return nextName.equals(displayName) && next.equals(capabilities)
        ? this
        : new Account(id, handle, nextName, use, next, createdAt, at);
  }

  /** For {@code next} use since {@code at}; unchanged if that is what it was for. */
  public Account put(Use next, Instant at) {
    return use == next
        ? this
        : new Account(id, handle, displayName, next, capabilities, createdAt, at);
  }
}
