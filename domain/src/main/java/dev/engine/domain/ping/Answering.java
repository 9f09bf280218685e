package dev.engine.domain.ping;

/** What became of an answer to a ping. */
public sealed interface Answering {

  /** It is stored, and the asking conversation will be told. */
  record AnsweredNow(Ping ping) implements Answering {}

  /** It was answered already; nothing was changed. */
  record AnsweredBefore(Ping ping) implements Answering {}

  /** There is no such ping. */
  record NoSuchPing(PingId id) implements Answering {}
}
