package dev.engine.domain.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored sessions that may have to do with a new one: all that {@link Admission} needs to know.
 *
 * @param cleared sessions that ended by {@code clear}, that none has followed since, and that share
 *     the newcomer's process number, pane or directory; of those that share the same, the one ended
 *     last comes first. What began before that end does not follow it: a session may be cleared
 *     more than once, and others may go on beside it
 * @param alive live sessions that share its process number or pane, or run in one of its ancestors;
 *     of those that share the same, the one started last comes first
 * @param handed sessions of the conversation that is handed to it, the one started last at the
 *     front
 * @param lastChief the chief session started last; null if there never was one
 */
public record Relatives(
    List<Session> cleared, List<Session> alive, List<Session> handed, @Nullable Session lastChief) {

  /** Nobody related. */
  public static final Relatives NONE = new Relatives(List.of(), List.of(), List.of(), null);

  public Relatives {
    cleared = List.copyOf(cleared);
    alive = List.copyOf(alive);
    handed = List.copyOf(handed);
  }
}
