package dev.engine.domain.priority;

import java.time.Instant;

/** Something that matters to the person. Its place among the others is known to the list only. */
public record Priority(
    PriorityId id, PriorityText content, Level level, Pool pool, Instant createdAt, State state) {

  /** Whether there is still something to do. */
  public sealed interface State {

    /** It has a place in its pool. */
    record Open() implements State {}

    /** It is over with, and has no place any more. */
    record Done(Instant at) implements State {}
  }

  /** A priority just written down. */
  public static Priority added(
      PriorityId id, PriorityText content, Level level, Pool pool, Instant at) {
    return new Priority(id, content, level, pool, at, new State.Open());
  }

  public boolean isOpen() {
    return state instanceof State.Open;
  }

  /** Done at {@code at}; one that is done already is returned as is: the first time stands. */
  public Priority done(Instant at) {
    return isOpen() ? with(new State.Done(at)) : this;
  }

  /** With something left to do after all. */
  public Priority reopened() {
    return with(new State.Open());
  }

  /** With what {@code amendment} says, whether open or done. */
  public Priority amended(Amendment amendment) {
    PriorityText nextContent = amendment.content() == null ? content : amendment.content();
    Level nextLevel = amendment.level() == null ? level : amendment.level();
    return new Priority(id, nextContent, nextLevel, pool, createdAt, state);
  }

  /** In {@code next} instead of its pool. */
  public Priority in(Pool next) {
    return new Priority(id, content, level, next, createdAt, state);
  }

  private Priority with(State next) {
    return new Priority(id, content, level, pool, createdAt, next);
  }
}
