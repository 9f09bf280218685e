package dev.engine.domain.request;

import dev.engine.domain.Sha256;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What tells one request from another: SHA-256 of method, target and body, 64 hex digits. */
public record Fingerprint(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws InvalidInput unless {@code value} is 64 lower-case hex digits
   */
  public Fingerprint {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("fingerprint", "64 lower-case hex digits", value);
    }
  }

  /**
   * That of a request.
   *
   * @param target its path and query as they were sent
   */
  public static Fingerprint of(String method, String target, byte[] body) {
    MessageDigest digest = Sha256.begin();
    // A line break cannot be part of method or target, so no two requests run together.
    digest.update((method + "\n" + target + "\n").getBytes(StandardCharsets.UTF_8));
    return new Fingerprint(HexFormat.of().formatHex(digest.digest(body)));
  }

  @Override
  public String toString() {
    return value;
  }
}
