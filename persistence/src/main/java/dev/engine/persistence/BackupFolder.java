package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Where backups lie, and what they are called. */
record BackupFolder(Path path) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");

  private static final Pattern NAME =
      Pattern.compile("system_backup_([a-z0-9_-]{1,40})_([0-9]{8}T[0-9]{9}Z)\\.db");

  private static final Comparator<Backup> NEWEST_FIRST =
      Comparator.comparing(Backup::takenAt).thenComparing(Backup::fileName).reversed();

  /** Every backup there is, the newest first. */
  List<Backup> list() {
    return DatabaseFiles.list(path).stream()
        .flatMap(file -> backup(file).stream())
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** An empty file to become a backup. */
  Path unfinished() {
    return DatabaseFiles.unfinished(path.resolve("any"));
  }

  /** Gives a file that is ready its name among the backups. */
  Backup keep(Path ready, BackupName name, Instant at) {
    DiskSync.of(ready);
    Path file = free(name, at);
    DatabaseFiles.replace(ready, file);
    return existing(file);
  }

  /** A name that nobody has; a second backup within the same millisecond is put one later. */
  Path free(BackupName name, Instant at) {
    return Stream.iterate(at, time -> time.plusMillis(1))
        .map(time -> path.resolve("system_backup_%s_%s.db".formatted(name, text(time))))
        .filter(file -> !Files.exists(file))
        .findFirst()
        .orElseThrow();
  }

  /** The backup that {@code file} of this folder is. */
  Backup existing(Path file) {
    return backup(file).orElseThrow();
  }

  private static Optional<Backup> backup(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      Instant takenAt = LocalDateTime.parse(name.group(2), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(
          new Backup(new BackupName(name.group(1)), takenAt, file, DatabaseFiles.bytes(file)));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  private static String text(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
