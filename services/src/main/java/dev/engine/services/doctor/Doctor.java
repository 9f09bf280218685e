package dev.engine.services.doctor;

import dev.engine.domain.error.EngineException;
import java.util.List;

/** Finds out whether everything is right for Engine to work here. */
public final class Doctor {

  private final List<Check> checks;

  /**
   * @param checks in the order in which they are made and told
   */
  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * What one check found.
   *
   * @param check its name
   */
  public record Diagnosis(String check, Finding finding) {}

  /** Makes every check, whatever the others find. */
  public List<Diagnosis> examine() {
    return checks.stream().map(check -> new Diagnosis(check.name(), look(check))).toList();
  }

  /** Repairs what is not right and can be repaired, and then examines. */
  public List<Diagnosis> treat() {
    for (Check check : checks) {
      if (!(look(check) instanceof Finding.Pass)) {
        repair(check);
      }
    }
    return examine();
  }

  private static Finding look(Check check) {
    try {
      return check.look();
    } catch (EngineException failure) {
      return new Finding.Fail(
          String.valueOf(failure.getMessage()), "put right what the message names");
    }
  }

  private static void repair(Check check) {
    try {
      check.repair();
    } catch (EngineException failure) {
      // The examination that follows tells what is still wrong.
    }
  }
}
