package dev.engine.domain.account;

import dev.engine.domain.TextLine;
import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What an account is known by outside; no two accounts share one.
 *
 * @param provider such as {@code google}, one line of 1 to 64 characters
 * @param kind such as {@code email}, one line of 1 to 32 characters
 * @param address such as {@code ada@example.com}, one line of 1 to 320 characters
 */
public record Handle(String provider, String kind, String address) {

  private static final int MAX_PROVIDER = 64;
  private static final int MAX_KIND = 32;

  /** The longest mail address that there can be. */
  private static final int MAX_ADDRESS = 320;

  /**
   * @throws InvalidInput if a part is blank, too long or more than a line
   */
  public Handle {
    TextLine.checked("provider", provider, MAX_PROVIDER);
    TextLine.checked("account kind", kind, MAX_KIND);
    TextLine.checked("address", address, MAX_ADDRESS);
  }

  /** Such as {@code google email ada@example.com}. */
  @Override
  public String toString() {
    return provider + " " + kind + " " + address;
  }
}
