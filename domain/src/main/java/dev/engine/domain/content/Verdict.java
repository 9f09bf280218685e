package dev.engine.domain.content;

import dev.engine.domain.id.WireName;
import dev.engine.domain.notification.Sender;

/** How a staged item was settled. */
public enum Verdict implements WireName {
  APPROVED("approved"),
  REJECTED("rejected"),
  /** The person does not want to see it any more, and says nothing about it. */
  DISMISSED("dismissed"),

  /** Its time ran out before the person said anything. */
  EXPIRED("expired");

  private final String wireName;

  Verdict(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** Whose word it is. */
  Sender speaker() {
    return switch (this) {
      case APPROVED, REJECTED, DISMISSED -> Sender.PERSON;
      case EXPIRED -> Sender.ENGINE;
    };
  }

  @Override
  public String toString() {
    return wireName;
  }
}
