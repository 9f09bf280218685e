package dev.engine.domain.session;

import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.toolcall.ToolUse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of one session, as a hook received it.
 *
 * @param client what this event tells of the client
 * @param at when the hook was called, which is not when the event came to be stored
 * @param arrival how it came in; its event id makes it count once
 * @param tool the use of a tool that it tells of; null if it tells of none
 */
public record Sighting(
    ClaudeSessionId claudeId,
    Signal signal,
    Client client,
    Instant at,
    Arrival arrival,
    @Nullable ToolUse tool) {

  /** One that tells of no tool. */
  public Sighting(
      ClaudeSessionId claudeId, Signal signal, Client client, Instant at, Arrival arrival) {
    this(claudeId, signal, client, at, arrival, null);
  }

  /** Whether it was kept in the spool, for hours perhaps, and is heard of only now. */
  public boolean hasWaited() {
    return arrival.door() == Door.SPOOL;
  }

  /** This event with {@code better} told of its client. */
  public Sighting withClient(Client better) {
    return new Sighting(claudeId, signal, better, at, arrival, tool);
  }

  /** This event, telling of {@code use} too; null for of no tool. */
  public Sighting withTool(@Nullable ToolUse use) {
    return new Sighting(claudeId, signal, client, at, arrival, use);
  }
}
