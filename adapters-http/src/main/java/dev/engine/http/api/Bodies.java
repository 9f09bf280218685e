package dev.engine.http.api;

import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads the bodies of requests: not too much, and not for too long. */
public final class Bodies {

  /** As much of a body that is too large is taken and thrown away, so that its sender reads why. */
  private static final int MOST_DRAINED = 16 << 20;

  private static final int CHUNK = 8 << 10;

  private static final byte[] NONE = {};

  private final int mostBytes;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * Reads bodies of up to {@code mostBytes}.
   *
   * @param patience how long one body may take; the last read may take the connection's idle time
   *     longer
   */
  public Bodies(int mostBytes, Duration patience, InstantSource clock) {
    this.mostBytes = mostBytes;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The whole body, however it was sent.
   *
   * @throws Refusal if it is too large or comes too slowly
   */
  public byte[] read(HttpServletRequest request) {
    if (hasNone(request)) {
      return NONE;
    }
    try {
      return read(request.getInputStream());
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  /** A request that says neither how long its body is nor that it comes in pieces has none. */
  private static boolean hasNone(HttpServletRequest request) {
    return request.getHeader("Content-Length") == null
        && request.getHeader("Transfer-Encoding") == null;
  }

  private byte[] read(InputStream in) throws IOException {
    Instant deadline = clock.instant().plus(patience);
    ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    int total = 0;
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      total += length;
      if (total <= mostBytes) {
        body.write(chunk, 0, length);
      }
      if (total > MOST_DRAINED) {
        break;
      }
      if (clock.instant().isAfter(deadline)) {
        throw new Refusal(
            Trouble.TOO_SLOW, "the body did not come within %d s".formatted(patience.toSeconds()));
      }
    }
    if (total > mostBytes) {
      throw new Refusal(
          Trouble.BODY_TOO_LARGE, "a body has at most %,d bytes".formatted(mostBytes));
    }
    return body.toByteArray();
  }
}
