package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The port that the engine of a home listens on unless somebody chose another: the same at every
 * start, for a hook that the client posts by itself has it in its settings, and so has a browser's
 * bookmark.
 *
 * @param number 20000..29999
 */
public record EnginePort(int number) {

  /** Above what well-known programs use, and below what systems give to outgoing connections. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 10_000;

  /**
   * @throws InvalidInput if {@code number} is outside of 20000..29999
   */
  public EnginePort {
    if (number < FIRST || number >= FIRST + COUNT) {
      throw new InvalidInput("port of a home", "20000 to 29999", Integer.toString(number));
    }
  }

  /** The port of {@code home}, by its path. Two homes have the same one once in 10,000 times. */
  public static EnginePort derivedFrom(HomeFolder home) {
    CRC32 path = new CRC32();
    path.update(home.toString().getBytes(StandardCharsets.UTF_8));
    return new EnginePort(FIRST + (int) (path.getValue() % COUNT));
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
