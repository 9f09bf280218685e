package dev.engine.services.why;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one thing stands as it does, and what makes it go on.
 *
 * @param id as it was asked for
 * @param conversation the one it belongs to; null if none
 * @param headline where it stands, in words that go on behind its name: {@code waits for a
 *     permission}
 * @param since when it came to stand so
 * @param facts what led there, the oldest first
 * @param next what to look at or to do, the most useful first; empty if there is nothing
 */
public record Explanation(
    Kind kind,
    String id,
    @Nullable ConversationId conversation,
    String headline,
    Instant since,
    List<Fact> facts,
    List<Step> next) {

  public Explanation {
    facts = List.copyOf(facts);
    next = List.copyOf(next);
  }

  /** What can be explained. */
  public enum Kind implements WireName {
    CONVERSATION("conversation"),
    MISSION("mission"),
    NOTIFICATION("notification"),
    PING("ping"),
    SCHEDULED_MISSION("scheduled_mission"),
    SESSION("session"),
    STAGED_ITEM("staged_item"),
    WORKER("worker");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public String toString() {
      return wireName;
    }
  }

  /**
   * One thing that is recorded.
   *
   * @param text a sentence without its subject and full stop: {@code was offered to session ...}
   * @param event the position of the event that tells it; null if a row does
   */
  public record Fact(Instant at, String text, @Nullable Long event) {}

  /**
   * A command, and what it is good for in a few words.
   *
   * @param command words in capitals are to be filled in
   */
  public record Step(String command, String purpose) {}
}
