package dev.engine.app;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the continuous copy of a home stands, in a file for the processes that do not copy it. It is
 * written when that changes: of a copy that goes on it tells from when on it did.
 */
record CopyState(Path file) {

  private static final String FOLDER = "folder";
  private static final String SAME_DISK = "same-disk";
  private static final String COMPLETE_TO = "complete-to";
  private static final String SINCE = "since";
  private static final String REASON = "reason";

  /** What was written last; empty if that was nothing, or cannot be read. */
  Optional<CopyStanding> read() {
    try {
      Map<String, String> fields = new HashMap<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] words = line.split(" ", 2);
        fields.put(words[0], words.length == 2 ? words[1] : "");
      }
      return Optional.ofNullable(fields.get(FOLDER)).map(folder -> standing(folder, fields));
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  /** Writes down how it stands. */
  void write(CopyStanding standing) {
    StringBuilder text = new StringBuilder();
    line(text, FOLDER, standing.folder().toUri());
    line(text, SAME_DISK, standing.isOnSameDisk());
    line(text, COMPLETE_TO, standing.completeTo());
    CopyStanding.Trouble trouble = standing.trouble();
    if (trouble != null) {
      line(text, SINCE, trouble.since());
      line(text, REASON, trouble.reason().replaceAll("\\R", " "));
    }
    try {
      PrivateFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write " + file, refused);
    }
  }

  /** Takes it back, for there is no copy any more. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete " + file, refused);
    }
  }

  private static CopyStanding standing(String folder, Map<String, String> fields) {
    Instant since = instant(fields.get(SINCE));
    return new CopyStanding(
        Path.of(URI.create(folder)),
        Boolean.parseBoolean(fields.get(SAME_DISK)),
        instant(fields.get(COMPLETE_TO)),
        since == null
            ? null
            : new CopyStanding.Trouble(since, fields.getOrDefault(REASON, "unknown")),
        0);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  private static void line(StringBuilder text, String field, @Nullable Object value) {
    if (value != null) {
      text.append(field).append(' ').append(value).append('\n');
    }
  }
}
