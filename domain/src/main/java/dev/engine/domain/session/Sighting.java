package dev.engine.domain.session;

import dev.engine.domain.hook.Arrival;
import java.time.Instant;

/**
 * One event of one session, as a hook received it.
 *
 * @param client what this event tells of the client
 * @param at when the hook was called, which is not when the event came to be stored
 * @param arrival how it came in; its event id makes it count once
 */
public record Sighting(
    ClaudeSessionId claudeId, Signal signal, Client client, Instant at, Arrival arrival) {

  /** This event with {@code better} told of its client. */
  public Sighting withClient(Client better) {
    return new Sighting(claudeId, signal, better, at, arrival);
  }
}
