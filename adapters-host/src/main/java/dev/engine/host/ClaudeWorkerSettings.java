package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Claude Code is told to take as settings where it runs as a worker. It looks for those of a
 * project in the folder that it runs in, and takes one file more. So where a person has HTTP hooks,
 * which are in a file beside the shared one, both must be in one.
 */
public final class ClaudeWorkerSettings {

  private final HomeFolder home;

  public ClaudeWorkerSettings(HomeFolder home) {
    this.home = home;
  }

  /** The settings that the project shares, whether or not they are there. */
  public Path shared() {
    return home.project().resolve(".claude").resolve("settings.json");
  }

  /**
   * The file that has the hooks of the project: the {@link #shared} one, or one of the engine's
   * with the HTTP hooks as well, made anew where what it is made of has changed. Need not be there.
   *
   * @throws IOException if a file cannot be read or written
   */
  public Path file() throws IOException {
    Optional<String> joined;
    try {
      joined = joined();
    } catch (UnreadableSettings unreadable) {
      return shared(); // the client says by itself what it cannot read
    }
    if (joined.isEmpty()) {
      return shared();
    }
    SettingsFile file = new SettingsFile(home.workerSettings());
    if (!file.read().equals(joined)) {
      PrivateFiles.makeFolders(home.run());
      PrivateFiles.write(file.path(), joined.get().getBytes(StandardCharsets.UTF_8));
    }
    return file.path();
  }

  private Optional<String> joined() throws IOException {
    Optional<String> own = text(shared().resolveSibling("settings.local.json"));
    if (own.isEmpty() || HookGroups.posts(own.get()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(HookGroups.withPosts(text(shared()).orElse("{}"), own.get()));
  }

  /** What the client reads in {@code file}; empty if that is nothing. */
  private static Optional<String> text(Path file) throws IOException {
    return new SettingsFile(file)
        .read()
        .map(SettingsEditor::withoutMark)
        .filter(text -> !text.isBlank());
  }
}
