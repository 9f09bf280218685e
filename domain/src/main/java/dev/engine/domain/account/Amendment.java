package dev.engine.domain.account;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about an account; null leaves a part as it is.
 *
 * @param displayName as {@link Account#displayName}
 */
public record Amendment(@Nullable String displayName, @Nullable Capabilities capabilities) {

  /**
   * @throws InvalidInput if the display name is too long or more than a line
   */
  public Amendment {
    if (displayName != null) {
      Account.requireName(displayName);
    }
  }
}
