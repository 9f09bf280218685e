package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of a client say about a session that is not known yet. It costs more to
 * find out than an event does, so it is asked for only when a session is new.
 *
 * @param assignment as the environment or the tmux window names it
 * @param handed the conversation that the environment hands over; null if none
 * @param ancestors the processes above the client's, nearest first; empty where they are not known
 * @param today the date in the configured zone, which names the chief's conversation
 */
public record Newcomer(
    Assignment assignment,
    @Nullable ConversationId handed,
    List<ProcessIdentity> ancestors,
    LocalDate today) {

  public Newcomer {
    ancestors = List.copyOf(ancestors);
  }
}
