package dev.engine.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out tests, those that come in a test-jar too. */
final class OnlyShipped implements ImportOption {

  private static final ImportOption NO_TEST_CLASSES = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return NO_TEST_CLASSES.includes(location) && !location.contains("-tests.jar");
  }
}
