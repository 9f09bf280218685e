package dev.engine.host;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.RegisteredHook;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.host.SettingsReceipt.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Engine's hooks in a project's {@code .claude/settings.json}. With its parts, the only place that
 * knows what Claude Code wants in there.
 *
 * <p>Two edits at the same time never mix. What another program has changed since we read it stays,
 * but for the moment between our last look and our rename: the client takes no lock that we could
 * share.
 */
public final class ClaudeSettings implements HookRegistrations {

  /** To begin with where there are no settings yet. */
  private static final String NO_SETTINGS = "{}\n";

  /** Some editors put it in front of UTF-8; the client skips it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public SettingsEdit previewRegister(HookSetup setup) {
    return guarded(setup.home(), file -> registering(file, setup));
  }

  @Override
  public SettingsEdit register(HookSetup setup) {
    return guarded(
        setup.home(),
        file -> {
          SettingsEdit edit = registering(file, setup);
          if (edit instanceof SettingsEdit.Created created) {
            create(file, created.after(), setup.home());
          } else if (edit instanceof SettingsEdit.Changed changed) {
            replace(file, changed, setup.home());
          }
          return edit;
        });
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return guarded(home, file -> unregistering(file, home));
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    return guarded(
        home,
        file -> {
          SettingsEdit edit = unregistering(file, home);
          if (edit instanceof SettingsEdit.Changed changed) {
            file.replace(changed.before(), changed.after());
          } else if (edit instanceof SettingsEdit.Deleted deleted) {
            delete(file, deleted.before(), home);
          }
          Files.deleteIfExists(receiptOf(home));
          return edit;
        });
  }

  @Override
  public HookStanding inspect(HomeFolder home) {
    return guarded(
        home,
        file ->
            file.read()
                .map(text -> withoutMark(text))
                .filter(text -> !text.isBlank())
                .map(ClaudeSettings::standing)
                .orElse(HookStanding.NONE));
  }

  private static SettingsEdit registering(SettingsFile file, HookSetup setup) throws IOException {
    Optional<String> before = file.read();
    String after = edited(before.orElse(""), text -> HookGroups.register(text, setup));
    return before
        .map(text -> changed(file, text, after))
        .orElseGet(() -> new SettingsEdit.Created(file.path(), after));
  }

  private static SettingsEdit unregistering(SettingsFile file, HomeFolder home) throws IOException {
    Optional<String> before = file.read();
    if (before.isEmpty()) {
      return new SettingsEdit.Unchanged(file.path());
    }
    String text = before.get();
    return SettingsReceipt.read(receiptOf(home), text)
        .map(receipt -> restored(file, text, receipt))
        .orElseGet(() -> changed(file, text, edited(text, HookGroups::unregister)));
  }

  private static SettingsEdit restored(SettingsFile file, String text, SettingsReceipt receipt) {
    return switch (receipt.origin()) {
      case FILE -> changed(file, text, receipt.before());
      case NO_FILE, NO_FOLDER -> new SettingsEdit.Deleted(file.path(), text);
    };
  }

  private static SettingsEdit changed(SettingsFile file, String before, String after) {
    return before.equals(after)
        ? new SettingsEdit.Unchanged(file.path())
        : new SettingsEdit.Changed(file.path(), before, after);
  }

  /** The receipt first: it is void until the settings are what it is for. */
  private static void create(SettingsFile file, String after, HomeFolder home) throws IOException {
    Origin origin = file.hasFolder() ? Origin.NO_FILE : Origin.NO_FOLDER;
    new SettingsReceipt(origin, "").write(receiptOf(home), List.of(after));
    file.create(after);
  }

  /** The receipt first, and for both: it takes the place of one that {@code before} may need. */
  private static void replace(SettingsFile file, SettingsEdit.Changed edit, HomeFolder home)
      throws IOException {
    SettingsReceipt receipt = original(edit.before(), home);
    receipt.write(receiptOf(home), List.of(edit.before(), edit.after()));
    file.replace(edit.before(), edit.after());
  }

  private static void delete(SettingsFile file, String before, HomeFolder home) throws IOException {
    Optional<Origin> origin =
        SettingsReceipt.read(receiptOf(home), before).map(SettingsReceipt::origin);
    file.delete(before);
    if (origin.equals(Optional.of(Origin.NO_FOLDER))) {
      file.deleteEmptyFolder();
    }
  }

  /** What the settings were before the first of our changes made them {@code text}. */
  private static SettingsReceipt original(String text, HomeFolder home) throws IOException {
    return SettingsReceipt.read(receiptOf(home), text)
        .orElseGet(() -> new SettingsReceipt(Origin.FILE, edited(text, HookGroups::unregister)));
  }

  /** {@code text} after {@code edit}, which is given an object and never sees the mark. */
  private static String edited(String text, UnaryOperator<String> edit) {
    String object = withoutMark(text);
    String mark = text.substring(0, text.length() - object.length());
    if (!object.isBlank()) {
      return mark + edit.apply(object);
    }
    String after = edit.apply(NO_SETTINGS);
    return after.equals(NO_SETTINGS) ? text : mark + after;
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  private static HookStanding standing(String text) {
    List<RegisteredHook> hooks =
        HookGroups.find(text).stream()
            .map(HookPlace::handler)
            .map(
                hook ->
                    new RegisteredHook(hook.event(), hook.command(), hook.home(), isRunnable(hook)))
            .toList();
    return new HookStanding(hooks, HookGroups.areSwitchedOff(text));
  }

  private static boolean isRunnable(HookHandler hook) {
    return Files.isRegularFile(hook.command()) && Files.isExecutable(hook.command());
  }

  private static Path receiptOf(HomeFolder home) {
    return home.data().resolve("install").resolve("claude-settings.before");
  }

  private static <T> T guarded(HomeFolder home, Work<T> work) {
    Path path = home.project().resolve(".claude").resolve("settings.json");
    try {
      return work.on(new SettingsFile(path));
    } catch (UnreadableSettings unreadable) {
      throw new Conflict("%s was left as it is: %s".formatted(path, unreadable.getMessage()));
    } catch (IOException refused) {
      throw new StorageUnavailable(
          "cannot read or change %s: %s".formatted(path, refused), refused);
    }
  }

  /** Something done with the settings file. */
  private interface Work<T> {

    T on(SettingsFile file) throws IOException;
  }
}
