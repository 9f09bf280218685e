package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a Claude Code client, such as {@code 2.1.330}; ordered from old to new. */
public record ClientVersion(int major, int minor, int patch) implements Comparable<ClientVersion> {

  /** Nine digits fit an int. */
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(?![0-9.])");

  private static final Comparator<ClientVersion> OLD_TO_NEW =
      Comparator.comparingInt(ClientVersion::major)
          .thenComparingInt(ClientVersion::minor)
          .thenComparingInt(ClientVersion::patch);

  /**
   * The version that {@code text} is.
   *
   * @throws InvalidInput unless it is three numbers with dots between them
   */
  public static ClientVersion of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInput("client version", "three numbers such as 2.1.330", text);
    }
    return of(matcher);
  }

  /** The version that {@code line} begins with, as in {@code 2.1.330 (Claude Code)}. */
  public static Optional<ClientVersion> leading(String line) {
    Matcher matcher = SHAPE.matcher(line);
    return matcher.lookingAt() ? Optional.of(of(matcher)) : Optional.empty();
  }

  /** Whether this is {@code other} or newer. */
  public boolean isAtLeast(ClientVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ClientVersion other) {
    return OLD_TO_NEW.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }

  private static ClientVersion of(Matcher matcher) {
    return new ClientVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }
}
