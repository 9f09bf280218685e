package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.DatabaseSetup.Change;
import dev.engine.domain.install.DatabaseSetup.Prepared;
import org.junit.jupiter.api.Test;

/** What {@link DatabaseSetup} promises. */
public interface DatabaseSetupContract {

  /** A setup that has prepared nothing. */
  DatabaseSetup setup();

  /** A home whose folders are there and whose database is not. */
  HomeFolder home();

  @Test
  default void aDatabaseIsMadeOnce() {
    DatabaseSetup setup = setup();

    Prepared first = setup.prepare(home());
    Prepared second = setup.prepare(home());

    int version = setup.version(home());
    assertThat(first).isEqualTo(new Prepared(Change.MADE, version));
    assertThat(second).isEqualTo(new Prepared(Change.NONE, version));
  }

  @Test
  default void noDatabaseHasNoVersion() {
    DatabaseSetup setup = setup();

    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> setup.version(home()));
  }
}
