package dev.engine.http;

import java.time.Duration;

/**
 * How much one client may ask of the engine.
 *
 * @param bodyBytes most bytes of a request's body
 * @param patience how long the headers of a request may take to come, and again its body
 * @param idle how long a connection may say nothing
 * @param requestsAtOnce most requests that are carried out at the same time; further ones wait a
 *     moment
 * @param connections most connections at the same time
 * @param drain how long a closing door waits for requests that are being carried out
 */
public record HttpLimits(
    int bodyBytes,
    Duration patience,
    Duration idle,
    int requestsAtOnce,
    int connections,
    Duration drain) {

  /** Generous for 50 sessions and a few pages, and far from what hurts a small machine. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(
          1 << 20,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          512,
          1_024,
          Duration.ofSeconds(5));
}
