package dev.engine.http.guard;

import dev.engine.domain.Sha256;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Values that nobody may guess. */
final class Secrets {

  private static final int BYTES = 32;

  private Secrets() {}

  /** A fresh one: 256 bits, 43 characters of the alphabet that URLs and cookies take as it is. */
  static String fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** By which a secret is looked up, so that the time this takes says nothing of the secret. */
  static String digest(String secret) {
    return Base64.getEncoder().encodeToString(Sha256.of(secret));
  }

  /** Whether both are the same, in a time that depends on neither. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(Sha256.of(one), Sha256.of(other));
  }
}
