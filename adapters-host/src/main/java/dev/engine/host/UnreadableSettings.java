package dev.engine.host;

/** A settings text that cannot be edited without guessing what it means. */
final class UnreadableSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason a clause such as {@code it is not a JSON object}
   */
  UnreadableSettings(String reason) {
    super(reason, null, false, false);
  }
}
