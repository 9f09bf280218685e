package dev.engine.domain.journal;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;

/**
 * The thing that something happened to, where that is no session: sessions have a place of their
 * own in a {@link Happening}.
 *
 * @param id as the thing's own id type writes it, 1 to 128 characters
 */
public record Subject(Kind kind, String id) {

  private static final int MAX_ID = 128;

  /** What there is besides sessions. */
  public enum Kind implements WireName {
    ACCOUNT("account"),
    BACKUP("backup"),
    CONTACT("contact"),
    HOOKS("hooks"),
    MISSION("mission"),
    NOTIFICATION("notification"),
    PING("ping"),
    PRIORITY("priority"),
    SCHEDULED_MISSION("scheduled_mission"),
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
   * @throws InvalidInput if the id is blank or too long
   */
  public Subject {
    TextLength.checked("id of a subject", id, 1, MAX_ID);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
