package dev.engine.domain.session;

/** What a session is there for and who drives it. */
public record Assignment(Role role, Mode mode) {

  /** What a nested client gets: its environment speaks of its parent, not of itself. */
  public static final Assignment NESTED = new Assignment(Role.PROJECT, Mode.BACKGROUND);
}
