package dev.engine.host;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.host.SettingsReceipt.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Changes one of the files that Claude Code reads for a project, and takes its changes back.
 *
 * <p>Two edits at the same time never mix. What another program has changed since we read it stays,
 * but for the moment between our last look and our rename: the client takes no lock that we could
 * share.
 *
 * @param fileName below the project's folder, such as {@code .claude/settings.json}
 * @param receiptName of the file that remembers what was there before
 * @param secrecy whether what is put in must be kept from others
 * @param removal takes what is ours out of settings that somebody else has changed since
 */
record SettingsEditor(
    String fileName, String receiptName, Secrecy secrecy, UnaryOperator<String> removal) {

  /** One that puts hooks in. */
  SettingsEditor(String fileName, String receiptName, Secrecy secrecy) {
    this(fileName, receiptName, secrecy, HookGroups::unregister);
  }

  /** Who may read a file that was there before. */
  enum Secrecy {
    AS_BEFORE,
    OWNER_ONLY
  }

  /** To begin with where there are no settings yet. */
  private static final String NO_SETTINGS = "{}\n";

  /** Some editors put it in front of UTF-8; the client skips it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What {@link #apply} would do now. */
  SettingsEdit preview(HomeFolder home, UnaryOperator<String> edit) {
    return guarded(home, file -> applying(file, edit));
  }

  /**
   * Makes {@code edit}, which is given one JSON object as text and gives another.
   *
   * @throws Conflict if the settings are not what the client could read
   */
  SettingsEdit apply(HomeFolder home, UnaryOperator<String> edit) {
    return guarded(
        home,
        file -> {
          SettingsEdit done = applying(file, edit);
          if (done instanceof SettingsEdit.Created created) {
            create(file, created.after(), home);
          } else if (done instanceof SettingsEdit.Changed changed) {
            replace(file, changed, home);
          }
          return done;
        });
  }

  /** What {@link #takeBack} would do now. */
  SettingsEdit previewTakeBack(HomeFolder home) {
    return guarded(home, file -> takingBack(file, home));
  }

  /** Takes all of ours out; if nobody else has changed them since, the settings are as before. */
  SettingsEdit takeBack(HomeFolder home) {
    return guarded(
        home,
        file -> {
          SettingsEdit edit = takingBack(file, home);
          if (edit instanceof SettingsEdit.Changed changed) {
            file.replace(changed.before(), changed.after());
          } else if (edit instanceof SettingsEdit.Deleted deleted) {
            delete(file, deleted.before(), home);
          }
          Files.deleteIfExists(receiptOf(home));
          return edit;
        });
  }

  /** What {@code look} sees in the settings; empty if there are none, or nothing is in them. */
  <T> Optional<T> inspect(HomeFolder home, Function<String, T> look) {
    return guarded(
        home,
        file ->
            file.read().map(SettingsEditor::withoutMark).filter(text -> !text.isBlank()).map(look));
  }

  private static SettingsEdit applying(SettingsFile file, UnaryOperator<String> edit)
      throws IOException {
    Optional<String> before = file.read();
    String after = edited(before.orElse(""), edit);
    return before
        .map(text -> changed(file, text, after))
        .orElseGet(() -> new SettingsEdit.Created(file.path(), after));
  }

  private SettingsEdit takingBack(SettingsFile file, HomeFolder home) throws IOException {
    Optional<String> before = file.read();
    if (before.isEmpty()) {
      return new SettingsEdit.Unchanged(file.path());
    }
    String text = before.get();
    return SettingsReceipt.read(receiptOf(home), text)
        .map(receipt -> restored(file, text, receipt))
        .orElseGet(() -> changed(file, text, edited(text, removal)));
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
  private void create(SettingsFile file, String after, HomeFolder home) throws IOException {
    Origin origin = file.hasFolder() ? Origin.NO_FILE : Origin.NO_FOLDER;
    new SettingsReceipt(origin, "").write(receiptOf(home), List.of(after));
    file.create(after);
  }

  /** The receipt first, and for both: it takes the place of one that {@code before} may need. */
  private void replace(SettingsFile file, SettingsEdit.Changed edit, HomeFolder home)
      throws IOException {
    SettingsReceipt receipt = original(edit.before(), home);
    receipt.write(receiptOf(home), List.of(edit.before(), edit.after()));
    if (secrecy == Secrecy.OWNER_ONLY) {
      Files.setPosixFilePermissions(
          file.path(), PrivateFiles.OWNER_FILE); // which the new one keeps
    }
    file.replace(edit.before(), edit.after());
  }

  private void delete(SettingsFile file, String before, HomeFolder home) throws IOException {
    Optional<Origin> origin =
        SettingsReceipt.read(receiptOf(home), before).map(SettingsReceipt::origin);
    file.delete(before);
    if (origin.equals(Optional.of(Origin.NO_FOLDER))) {
      file.deleteEmptyFolder();
    }
  }

  /** What the settings were before the first of our changes made them {@code text}. */
  private SettingsReceipt original(String text, HomeFolder home) throws IOException {
    return SettingsReceipt.read(receiptOf(home), text)
        .orElseGet(() -> new SettingsReceipt(Origin.FILE, edited(text, removal)));
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

  /** {@code text} as the client reads it. */
  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  private Path receiptOf(HomeFolder home) {
    return home.data().resolve("install").resolve(receiptName);
  }

  private <T> T guarded(HomeFolder home, Work<T> work) {
    Path path = home.project().resolve(fileName);
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
