package dev.engine.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash function SHA-256: nobody knows two texts that share one. */
public final class Sha256 {

  private Sha256() {}

  /** A hash that has taken in nothing yet, for what comes in parts. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }

  /** The hash of {@code text} in UTF-8, 32 bytes. */
  public static byte[] of(String text) {
    return begin().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of {@code text} in UTF-8, 64 lower-case hex digits. */
  public static String hexOf(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** The hash of {@code bytes}, 64 lower-case hex digits. */
  public static String hexOf(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }
}
