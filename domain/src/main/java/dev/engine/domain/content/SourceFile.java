package dev.engine.domain.content;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file that a staged item came from, as it was then.
 *
 * @param path below the project's directory, such as {@code docs/plan.md}
 * @param sha256 of its bytes, 64 lower-case hex digits; null if it was not taken
 */
public record SourceFile(String path, @Nullable String sha256) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws InvalidInput if the hash is not 64 lower-case hex digits
   */
  public SourceFile {
    if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
      throw new InvalidInput("hash", "64 lower-case hex digits", sha256);
    }
  }
}
