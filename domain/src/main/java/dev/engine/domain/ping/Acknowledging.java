package dev.engine.domain.ping;

/** What became of a request to acknowledge a ping. */
public sealed interface Acknowledging {

  /** This request acknowledged it. */
  record AcknowledgedNow(Ping ping) implements Acknowledging {}

  /** It was acknowledged or answered already; nothing was changed. */
  record AcknowledgedBefore(Ping ping) implements Acknowledging {}

  /** There is no such ping. */
  record NoSuchPing(PingId id) implements Acknowledging {}
}
