package dev.engine.domain.ping;

/** What became of a request to put a ping off. */
public sealed interface Snoozing {

  /** It asks for no attention until then. */
  record Snoozed(Ping ping) implements Snoozing {}

  /** It was acknowledged or answered already; nothing was changed. */
  record NotOpen(Ping ping) implements Snoozing {}

  /** There is no such ping. */
  record NoSuchPing(PingId id) implements Snoozing {}
}
