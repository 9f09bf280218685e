package dev.engine.http.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a text a request wants, after RFC 9110, section 14. */
sealed interface ByteRange {

  /** All of it, however much that is. */
  record Whole() implements ByteRange {}

  /**
   * A part of it.
   *
   * @param first counted from 0
   * @param last included
   */
  record Part(long first, long last) implements ByteRange {

    /** How many bytes it has, at least 1. */
    long length() {
      return last - first + 1;
    }
  }

  /** Bytes that it does not have. */
  record Beyond() implements ByteRange {}

  /** One range; what asks for several, or for none that can be read, may be given the whole. */
  Pattern WRITTEN = Pattern.compile("(?i)bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * What {@code header} asks for of a text of {@code size} bytes.
   *
   * @param header a {@code Range}; null if the request has none
   */
  static ByteRange of(@Nullable String header, long size) {
    Matcher parts = WRITTEN.matcher(header == null ? "" : header.replace(" ", ""));
    if (!parts.matches()) {
      return new Whole();
    }
    String from = parts.group(1);
    String to = parts.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? new Whole() : lastOf(Long.parseLong(to), size);
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
    if (last < first) {
      return new Whole();
    }
    return first < size ? new Part(first, Math.min(last, size - 1)) : new Beyond();
  }

  private static ByteRange lastOf(long count, long size) {
    return count == 0 || size == 0 ? new Beyond() : new Part(Math.max(0, size - count), size - 1);
  }
}
