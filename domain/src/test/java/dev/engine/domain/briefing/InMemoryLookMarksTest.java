package dev.engine.domain.briefing;

final class InMemoryLookMarksTest implements LookMarksContract {

  @Override
  public LookMarks marks() {
    return new InMemoryLookMarks();
  }
}
