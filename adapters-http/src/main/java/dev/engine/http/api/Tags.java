package dev.engine.http.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags: strong ones, made of what is shown. */
final class Tags {

  /** 128 bits of the digest: nobody finds two texts that share them. */
  private static final int BYTES = 16;

  private Tags() {}

  /** The tag of {@code body}, in quotes. */
  static String of(String body) {
    byte[] digest = sha256().digest(body.getBytes(StandardCharsets.UTF_8));
    byte[] start = Arrays.copyOf(digest, BYTES);
    return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"";
  }

  /** Whether {@code header}, a list of tags or a star, names {@code tag}. */
  static boolean name(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(named -> named.equals(tag) || named.equals("*"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
