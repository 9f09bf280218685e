package dev.engine.benchmarks;

/** The least that a JVM can do: what every one-shot process is measured against. */
final class Hello {

  private Hello() {}

  /** Says hello. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
