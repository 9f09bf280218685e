package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.NotFound;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where backups lie, each with its seal beside it, and what they are called. */
record BackupFolder(Path path) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");

  private static final String SEAL = ".json";

  /** Far longer than a seal is without its backup. */
  private static final Duration LONGEST_UNCLAIMED = Duration.ofHours(1);

  /** Far longer than a copy is read through without anything being written to it. */
  private static final Duration LONGEST_STEP = Duration.ofDays(1);

  private static final Pattern NAME =
      Pattern.compile("system_backup_([a-z0-9_-]{1,40})_([0-9]{8}T[0-9]{9}Z)\\.db");

  private static final Comparator<Backup> NEWEST_FIRST =
      Comparator.comparing(Backup::takenAt).thenComparing(Backup::fileName).reversed();

  /** Every backup there is, the newest first. */
  List<Backup> list() {
    return DatabaseFiles.list(path).stream()
        .flatMap(file -> find(file).stream())
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** An empty file to become a backup. */
  UnfinishedFile unfinished() {
    return UnfinishedFile.of(path.resolve("any"));
  }

  /** A new folder in which a backup can be restored on trial. */
  Path scratch() {
    return DatabaseFiles.scratch(path.resolve("any"));
  }

  /** Takes away what ended processes left half done, and seals whose backup never came. */
  void tidy(Instant now) {
    DatabaseFiles.clearUnfinished(path, now.minus(LONGEST_STEP));
    DatabaseFiles.list(path).stream()
        .filter(file -> isOrphan(file, now.minus(LONGEST_UNCLAIMED)))
        .forEach(DatabaseFiles::discard);
  }

  /**
   * Gives a file that is ready its name among the backups. Its seal gets its own first, so that no
   * kill leaves a verified backup without.
   *
   * @param seal null for a file that nobody has verified
   */
  Backup keep(UnfinishedFile ready, BackupName name, Instant at, @Nullable BackupSeal seal) {
    DiskSync.of(ready.path());
    Path file = free(name, at);
    if (seal != null) {
      write(file, seal);
    }
    ready.replace(file);
    return existing(file);
  }

  /** Writes down what is known of {@code backup} now. */
  Backup seal(Backup backup, BackupSeal seal) {
    write(backup.file(), seal);
    return backup.with(seal);
  }

  /** Takes away a backup, then its seal; what is not there any more is no failure. */
  void remove(Backup backup) {
    DatabaseFiles.discard(backup.file());
    DatabaseFiles.discard(sealOf(backup.file()));
    if (Files.isDirectory(path)) {
      DiskSync.of(path);
    }
  }

  /** A name that nobody has; a second backup within the same millisecond is put one later. */
  Path free(BackupName name, Instant at) {
    return Stream.iterate(at, time -> time.plusMillis(1))
        .map(time -> path.resolve("system_backup_%s_%s.db".formatted(name, text(time))))
        .filter(file -> !Files.exists(file) && !Files.exists(sealOf(file)))
        .findFirst()
        .orElseThrow();
  }

  /** The backup that {@code file} of this folder is. */
  Backup existing(Path file) {
    return find(file).orElseThrow();
  }

  /** The backup that {@code file} is; empty if it is none, lies elsewhere, or is a link. */
  Optional<Backup> find(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()
        || !DatabaseFiles.isSame(DatabaseFiles.folder(file), path)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      Instant takenAt = LocalDateTime.parse(name.group(2), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(
          new Backup(
              new BackupName(name.group(1)),
              takenAt,
              file,
              DatabaseFiles.bytes(file),
              SealFiles.read(sealOf(file)).flatMap(SealText::parse).orElse(null)));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * What a look at a backup finds, with what its seal says to it.
   *
   * @param backup may lie elsewhere, where it has no seal
   * @throws NotFound if there is no such file
   */
  Verification inspected(Path backup, Progress progress) {
    requireThere(backup);
    Optional<BackupSeal> seal = find(backup).map(Backup::seal);
    if (seal.isPresent() && !SealFiles.sha256(backup).equals(seal.get().sha256())) {
      return new Verification(
          backup,
          seal.get().version(),
          List.of(),
          List.of(backup.getFileName() + " has not the bytes that it had when it was taken"));
    }
    return Inspection.of(backup, progress);
  }

  /**
   * @throws NotFound unless there is such a file
   */
  static void requireThere(Path backup) {
    if (!Files.exists(backup)) {
      throw new NotFound("backup", backup);
    }
  }

  private void write(Path file, BackupSeal seal) {
    try (UnfinishedFile text = unfinished()) {
      SealFiles.write(text.path(), SealText.of(seal));
      DiskSync.of(text.path());
      text.replace(sealOf(file));
    }
  }

  private static boolean isOrphan(Path seal, Instant before) {
    String name = String.valueOf(seal.getFileName());
    if (!name.endsWith(SEAL)) {
      return false;
    }
    String backup = name.substring(0, name.length() - SEAL.length());
    return NAME.matcher(backup).matches()
        && !Files.exists(seal.resolveSibling(backup))
        && SealFiles.read(seal)
            .flatMap(SealText::parse)
            .filter(found -> found.verifiedAt().isBefore(before))
            .isPresent();
  }

  private static Path sealOf(Path file) {
    return file.resolveSibling(file.getFileName() + SEAL);
  }

  private static String text(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
