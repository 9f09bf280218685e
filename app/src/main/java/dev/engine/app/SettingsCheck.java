package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.services.doctor.Check;
import dev.engine.services.doctor.Finding;

/** That an engine would start with what the person has set. */
final class SettingsCheck implements Check {

  private final Settings settings;

  SettingsCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "settings";
  }

  /**
   * @throws InvalidInput naming what cannot be
   */
  @Override
  public Finding look() {
    settings.requireKnown();
    settings.workers();
    return new Finding.Pass("each name that is set is one of a setting");
  }
}
