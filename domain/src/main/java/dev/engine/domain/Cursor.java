package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a page of a list ended, so that the next one begins there. Whoever was given one gives it
 * back as it is; {@link ListOrder} makes and reads them.
 *
 * @param list names the list, such as {@code pings}; no other one takes the cursor
 * @param place what the last item seen is ordered by, most significant first
 */
public record Cursor(String list, List<String> place) {

  private static final String SHAPE = "one that a list gave";
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{1,4000}");

  /** Stands in none of the texts: nothing that lists are ordered by may have it. */
  private static final String SEPARATOR = "\0";

  /**
   * @throws InvalidInput if it names no list or no place, or has a NUL character
   */
  public Cursor {
    place = List.copyOf(place);
    if (list.isEmpty()
        || place.isEmpty()
        || isCut(list)
        || place.stream().anyMatch(Cursor::isCut)) {
      throw new InvalidInput("cursor", SHAPE, list + place);
    }
  }

  /**
   * The cursor that {@link #toString} made this text of.
   *
   * @throws InvalidInput if it made it of none
   */
  public static Cursor parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new InvalidInput("cursor", SHAPE, text);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      List<String> parts = List.of(plain.split(SEPARATOR, -1));
      return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
    } catch (IllegalArgumentException | CharacterCodingException madeUp) {
      throw new InvalidInput("cursor", SHAPE, text);
    }
  }

  /** At most 4,000 letters, digits, {@code -} and {@code _}, as they may stand in a URL. */
  @Override
  public String toString() {
    String plain = list + SEPARATOR + String.join(SEPARATOR, place);
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean isCut(String text) {
    return text.contains(SEPARATOR);
  }
}
