package dev.engine.domain.request;

/** What became of a request that bears a key. */
public sealed interface Once {

  /** It was carried out now. */
  record Done(Reply reply) implements Once {}

  /** It was carried out before, with this reply; nothing was done now. */
  record DoneBefore(Reply reply) implements Once {}

  /** The key belongs to another request; nothing was done. */
  record OtherRequest() implements Once {}
}
