package dev.engine.http.api;

import dev.engine.http.json.Shape;
import java.util.List;
import java.util.Locale;

/**
 * What the body of a request is.
 *
 * @param mediaTypes of which a request names one, such as {@code application/json}
 */
public record Content(List<String> mediaTypes, Shape<?> shape) {

  /** The only encoding that is taken; a header need not say it. */
  private static final String UTF_8 = ";charset=utf-8";

  /** Copies {@code mediaTypes}. */
  public Content {
    mediaTypes = List.copyOf(mediaTypes);
  }

  /** JSON of that shape. */
  static Content json(Shape<?> shape) {
    return new Content(List.of("application/json"), shape);
  }

  /**
   * The media type that a {@code Content-Type} names for a text in UTF-8; one that says anything
   * else is no media type then.
   */
  public static String mediaType(String header) {
    String plain = header.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
    return plain.endsWith(UTF_8) ? plain.substring(0, plain.length() - UTF_8.length()) : plain;
  }
}
