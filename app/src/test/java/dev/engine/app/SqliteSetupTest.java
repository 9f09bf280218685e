package dev.engine.app;

import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.DatabaseSetupContract;
import dev.engine.domain.install.HomeFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSetupTest implements DatabaseSetupContract {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-01-05T12:00:00Z"));

  @TempDir private Path folder;

  @Override
  public DatabaseSetup setup() {
    return new SqliteSetup(Duration.ofSeconds(10), NOON);
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(folder);
  }
}
