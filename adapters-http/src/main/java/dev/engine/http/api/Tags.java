package dev.engine.http.api;

import dev.engine.domain.Sha256;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags: strong ones, made of what is shown. */
final class Tags {

  /** 128 bits of the digest: nobody finds two texts that share them. */
  private static final int BYTES = 16;

  private Tags() {}

  /** The tag of {@code body}, in quotes. */
  static String of(String body) {
    byte[] start = Arrays.copyOf(Sha256.of(body), BYTES);
    return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"";
  }

  /** Whether {@code header}, a list of tags or a star, names {@code tag}. */
  static boolean name(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(named -> named.equals(tag) || named.equals("*"));
  }
}
