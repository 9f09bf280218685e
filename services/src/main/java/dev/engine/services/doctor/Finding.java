package dev.engine.services.doctor;

/** What a check found. A fact and a remedy are each one sentence without a full stop. */
public sealed interface Finding {

  /** What is the case. */
  String fact();

  /** It is as it should be. */
  record Pass(String fact) implements Finding {}

  /** It works, but something is missing or odd. */
  record Warn(String fact, String remedy) implements Finding {}

  /** It does not work. */
  record Fail(String fact, String remedy) implements Finding {}
}
