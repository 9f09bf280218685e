package dev.engine.hooks;

/**
 * What a hook says. Its exit code is 0 whatever happened.
 *
 * @param stdout empty, or one JSON object for the client
 * @param stderr empty, or one line for whoever debugs the client
 */
public record HookAnswer(String stdout, String stderr) {

  /** Nothing to say, which is the usual answer. */
  public static final HookAnswer SILENCE = new HookAnswer("", "");

  /** What is said of a failure that nobody foresaw. */
  public static HookAnswer bug(Exception failure) {
    return trouble("ENG-9999", "this is a bug in engine: " + failure);
  }

  /** Silence towards the client, and one line about what went wrong. */
  public static HookAnswer trouble(String code, String sentence) {
    String line = sentence.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    return new HookAnswer("", "engine: %s %s".formatted(code, line));
  }
}
