package dev.engine.domain.testing;

import java.util.random.RandomGenerator;

/** Gives the numbers it was told, then goes on counting up from the last of them. */
public final class ScriptedRandom implements RandomGenerator {

  private final int[] script;
  private int given;

  public ScriptedRandom(int... script) {
    this.script = script.clone();
  }

  @Override
  public int nextInt() {
    int index = given++;
    int last = script.length - 1;
    return index <= last ? script[index] : script[last] + index - last;
  }

  @Override
  public long nextLong() {
    return nextInt();
  }
}
