package dev.engine.host;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.StatusLineStanding;
import dev.engine.domain.install.StatusLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Engine's status line in a person's {@code .claude/settings.local.json}: it is in force over the
 * project's and the person's, and nobody else of the project gets it.
 *
 * <p>Two files in the home remember what was there: {@code status-line.before}, as it was written,
 * and {@code status-line}, the command that {@code engine-hook} is to run.
 */
public final class ClaudeStatusLine implements StatusLines {

  private static final String OWN = "settings.local.json";
  private static final String SHARED = "settings.json";

  private final Path personSettings;

  /**
   * @param personSettings the settings that the person has for all projects; need not be there
   */
  public ClaudeStatusLine(Path personSettings) {
    this.personSettings = personSettings;
  }

  @Override
  public SettingsEdit previewRegister(HookSetup setup) {
    HomeFolder home = setup.home();
    return isWelcome(home)
        ? editor(home).preview(home, wish(setup))
        : new SettingsEdit.Unchanged(ownFile(home));
  }

  @Override
  public SettingsEdit register(HookSetup setup) {
    HomeFolder home = setup.home();
    if (!isWelcome(home)) {
      return new SettingsEdit.Unchanged(ownFile(home));
    }
    UnaryOperator<String> wish = wish(setup);
    boolean isNew = !Files.exists(beforeFile(home));
    remember(home);
    try {
      return editor(home).apply(home, wish);
    } catch (RuntimeException refused) {
      if (isNew) {
        forget(home); // else the person would seem to have taken out what was never in
      }
      throw refused;
    }
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return editor(home).previewTakeBack(home);
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    SettingsEdit edit = editor(home).takeBack(home);
    forget(home);
    return edit;
  }

  @Override
  public StatusLineStanding inspect(HomeFolder home) {
    Optional<JsonPart> own = own(home);
    if (own.filter(StatusLineMember::isOurs).isPresent()) {
      return chained(home).equals(Optional.ofNullable(read(chainFile(home))))
          ? StatusLineStanding.OURS
          : StatusLineStanding.OUTDATED;
    }
    return own.or(() -> below(home)).isPresent()
        ? StatusLineStanding.FOREIGN
        : StatusLineStanding.NONE;
  }

  private UnaryOperator<String> wish(HookSetup setup) {
    Optional<JsonPart> model = model(setup.home());
    return text -> StatusLineMember.with(text, setup, model);
  }

  /**
   * Not where the person has changed the place that was Engine's, nor where another kind of line
   * than a command is in force.
   */
  private boolean isWelcome(HomeFolder home) {
    boolean isOurs = own(home).filter(StatusLineMember::isOurs).isPresent();
    boolean isChanged = Files.exists(beforeFile(home)) && !isOurs;
    Optional<JsonPart> model = model(home);
    return !isChanged && (model.isEmpty() || model.flatMap(StatusLineMember::command).isPresent());
  }

  private void remember(HomeFolder home) {
    String written =
        own(home).filter(StatusLineMember::isOurs).isPresent()
            ? before(home)
            : text(ownFile(home)).map(StatusLineMember::written).orElse("");
    Optional<String> chained = chained(home);
    try {
      write(beforeFile(home), written);
      if (chained.isPresent()) {
        write(chainFile(home), chained.get());
      } else {
        Files.deleteIfExists(chainFile(home));
      }
    } catch (IOException refused) {
      throw unavailable(beforeFile(home), refused);
    }
  }

  private static void write(Path file, String text) throws IOException {
    PrivateFiles.makeFolders(file.resolveSibling("").toAbsolutePath());
    PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void forget(HomeFolder home) {
    try {
      Files.deleteIfExists(beforeFile(home));
      Files.deleteIfExists(chainFile(home));
    } catch (IOException refused) {
      throw unavailable(beforeFile(home), refused);
    }
  }

  /** The command of the line that would be in force without Engine's. */
  private Optional<String> chained(HomeFolder home) {
    return model(home).flatMap(StatusLineMember::command);
  }

  /** The line that would be in force without Engine's. */
  private Optional<JsonPart> model(HomeFolder home) {
    Optional<JsonPart> own = own(home);
    return own.isPresent() && StatusLineMember.isOurs(own.get())
        ? old(home).or(() -> below(home))
        : own.or(() -> below(home));
  }

  /** The one that was in Engine's place. */
  private static Optional<JsonPart> old(HomeFolder home) {
    String written = before(home);
    return written.isEmpty()
        ? Optional.empty()
        : StatusLineMember.find("{\"statusLine\":" + written + "}");
  }

  private static Optional<JsonPart> own(HomeFolder home) {
    return text(ownFile(home)).flatMap(StatusLineMember::find);
  }

  /**
   * Of a home further up, or a file that is for all, one of ours may be in force; it is no line.
   */
  private Optional<JsonPart> below(HomeFolder home) {
    return text(home.project().resolve(".claude").resolve(SHARED))
        .flatMap(StatusLineMember::find)
        .or(() -> text(personSettings).flatMap(StatusLineMember::find))
        .filter(line -> !StatusLineMember.isOurs(line));
  }

  private static SettingsEditor editor(HomeFolder home) {
    return new SettingsEditor(
        ".claude/" + OWN,
        "claude-status-line.before",
        SettingsEditor.Secrecy.AS_BEFORE,
        text -> StatusLineMember.without(text, before(home)));
  }

  /** As it was written; empty if there was none. */
  private static String before(HomeFolder home) {
    String text = read(beforeFile(home));
    return text == null ? "" : text;
  }

  private static Path ownFile(HomeFolder home) {
    return home.project().resolve(".claude").resolve(OWN);
  }

  private static Path beforeFile(HomeFolder home) {
    return home.data().resolve("install").resolve("status-line.before");
  }

  private static Path chainFile(HomeFolder home) {
    return home.data().resolve("install").resolve("status-line");
  }

  /** The settings in {@code file}; empty if there are none, or nothing is in them. */
  private static Optional<String> text(Path file) {
    try {
      return new SettingsFile(file)
          .read()
          .map(SettingsEditor::withoutMark)
          .filter(text -> !text.isBlank());
    } catch (UnreadableSettings unreadable) {
      throw new Conflict("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    } catch (IOException refused) {
      throw unavailable(file, refused);
    }
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException refused) {
      throw unavailable(file, refused);
    }
  }

  private static StorageUnavailable unavailable(Path file, IOException refused) {
    return new StorageUnavailable("cannot read or change %s: %s".formatted(file, refused), refused);
  }
}
