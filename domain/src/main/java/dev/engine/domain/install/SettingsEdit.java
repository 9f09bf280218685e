package dev.engine.domain.install;

import java.nio.file.Path;

/** What became, or would become, of a project's settings file. */
public sealed interface SettingsEdit {

  /** The settings file, whether or not it is there. */
  Path file();

  /** There was none. */
  record Created(Path file, String after) implements SettingsEdit {}

  /** Some of its text is another. */
  record Changed(Path file, String before, String after) implements SettingsEdit {}

  /** It held nothing but Engine's hooks and was made for them. */
  record Deleted(Path file, String before) implements SettingsEdit {}

  /** It already is as it should be. */
  record Unchanged(Path file) implements SettingsEdit {}
}
