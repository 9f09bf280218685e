package dev.engine.app;

import dev.engine.app.log.LogLevel;
import dev.engine.domain.IanaZone;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.PhoneRegion;
import dev.engine.services.loop.Retention;
import dev.engine.services.worker.WorkerProfiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What can be set in {@code engine.toml} or, which wins, by an environment variable. Every setting
 * has a default, and the file is read only when somebody asks for one.
 */
final class Settings {

  private static final int MAX_PORT = 65_535;

  /** A hundred years. */
  private static final int MAX_DAYS = 36_500;

  /** Nearly a terabyte. */
  private static final int MAX_MIB = 999_999;

  private static final int MAX_DATABASES = 100;

  /** A season of what the fleet did. */
  private static final int EVENTS_DAYS = 90;

  /** A fault of a hook is noticed within a week. */
  private static final int HOOK_CALLS_DAYS = 7;

  private static final int CONTEXT_SAMPLES_DAYS = 14;

  /** Nobody sends a request again a day later. */
  private static final int REQUESTS_DAYS = 1;

  private static final int TOOL_CALLS_DAYS = 14;

  private final HomeFolder home;
  private final Map<String, String> environment;

  Settings(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** The file in which a person has settings of Claude Code for all projects. */
  Path claudeSettings() {
    return ClaudeFolder.settings(environment);
  }

  /**
   * {@code timezone} or {@code ENGINE_TIMEZONE}: the zone in which a day begins, by default that of
   * this machine.
   *
   * @throws InvalidInput if it is not the name of a zone, or the file is not TOML
   */
  ZoneId timezone() {
    return text("ENGINE_TIMEZONE", "/timezone")
        .map(name -> IanaZone.parse("timezone", name))
        .orElseGet(ZoneId::systemDefault);
  }

  /**
   * {@code contacts.region} or {@code ENGINE_PHONE_REGION}: the country of telephone numbers that
   * do not say theirs, by default none.
   *
   * @throws InvalidInput if it is not two capitals, or the file is not TOML
   */
  PhoneRegion phoneRegion() {
    return text("ENGINE_PHONE_REGION", "/contacts/region")
        .map(PhoneRegion::new)
        .orElse(PhoneRegion.NONE);
  }

  /**
   * {@code http.port} or {@code ENGINE_HTTP_PORT}: the port that the engine listens on, 0 for any;
   * empty for the one that goes with the home.
   *
   * @throws InvalidInput if it is not a port, or the file is not TOML
   */
  Optional<Integer> httpPort() {
    return text("ENGINE_HTTP_PORT", "/http/port").map(port -> number("http.port", port, MAX_PORT));
  }

  /**
   * {@code http.bind} or {@code ENGINE_HTTP_BIND}: the address that the engine listens on, by
   * default that of this machine to itself.
   *
   * @throws InvalidInput if the file is not TOML
   */
  String httpBind() {
    return text("ENGINE_HTTP_BIND", "/http/bind").orElse("127.0.0.1");
  }

  /**
   * {@code http.hosts} or {@code ENGINE_HTTP_HOSTS}: further names under which the engine may be
   * asked for, with commas between them.
   *
   * @throws InvalidInput if the file is not TOML
   */
  Set<String> httpHosts() {
    return text("ENGINE_HTTP_HOSTS", "/http/hosts").stream()
        .flatMap(hosts -> Arrays.stream(hosts.split(",", -1)))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * {@code log.level} or {@code ENGINE_LOG_LEVEL}: how much a running engine writes to its log.
   *
   * @throws InvalidInput if it is no level, or the file is not TOML
   */
  LogLevel logLevel() {
    return text("ENGINE_LOG_LEVEL", "/log/level")
        .map(name -> WireName.of("log level", LogLevel.class, name))
        .orElse(LogLevel.INFO);
  }

  /**
   * {@code wake.paste} or {@code ENGINE_WAKE_PASTE}: whether idle sessions of old clients are woken
   * by typing into their tmux panes, by default not.
   *
   * @throws InvalidInput if it is neither true nor false, or the file is not TOML
   */
  boolean wakesByPaste() {
    return switch (text("ENGINE_WAKE_PASTE", "/wake/paste").orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw new InvalidInput("wake.paste", "true or false", other);
    };
  }

  /**
   * {@code retention.events_days}, {@code retention.hook_calls_days}, {@code
   * retention.context_samples_days} and {@code retention.requests_days}, or {@code
   * ENGINE_RETENTION_..._DAYS}: how long things are remembered.
   *
   * @throws InvalidInput if one of them is no number of days, or the file is not TOML
   */
  Retention.Periods retention() {
    return new Retention.Periods(
        days("events", EVENTS_DAYS),
        days("hook_calls", HOOK_CALLS_DAYS),
        days("context_samples", CONTEXT_SAMPLES_DAYS),
        days("requests", REQUESTS_DAYS),
        days("tool_calls", TOOL_CALLS_DAYS));
  }

  /**
   * {@code backup.every_hours}, {@code backup.keep}, {@code backup.keep_days} and {@code
   * backup.max_age_hours}, or {@code ENGINE_BACKUP_EVERY_HOURS} and so on: how the database is
   * backed up by itself.
   *
   * @throws InvalidInput if one of them is no such number, or the file is not TOML
   */
  BackupPolicy backups() {
    BackupPolicy usual = BackupPolicy.STANDARD;
    return new BackupPolicy(
        Duration.ofHours(backup("every_hours", usual.every().toHours(), 0)),
        Math.toIntExact(backup("keep", usual.keptCount(), 1)),
        Duration.ofDays(backup("keep_days", usual.keptFor().toDays(), 1)),
        Duration.ofHours(backup("max_age_hours", usual.maxAge().toHours(), 0)));
  }

  /**
   * {@code backup.copy_to} or {@code ENGINE_BACKUP_COPY_TO}: the folder into which the database is
   * copied all the time, by default none.
   *
   * @throws InvalidInput if it is no absolute path, or the file is not TOML
   */
  Optional<Path> copyFolder() {
    return text("ENGINE_BACKUP_COPY_TO", "/backup/copy_to").map(Settings::folder);
  }

  private static Path folder(String text) {
    try {
      Path folder = Path.of(text);
      if (folder.isAbsolute()) {
        return folder.normalize();
      }
    } catch (InvalidPathException noPath) {
      throw new InvalidInput("backup.copy_to", "the absolute path of a folder", text);
    }
    throw new InvalidInput("backup.copy_to", "the absolute path of a folder", text);
  }

  private long backup(String what, long usual, int least) {
    String variable = "ENGINE_BACKUP_" + what.toUpperCase(Locale.ROOT);
    String name = "backup." + what;
    long set =
        text(variable, "/backup/" + what)
            .map(text -> (long) number(name, text, MAX_DAYS))
            .orElse(usual);
    if (set < least) {
      throw new InvalidInput(name, "at least " + least, Long.toString(set));
    }
    return set;
  }

  /**
   * {@code disk.reserve_mib} and {@code disk.reserve_databases}, or {@code ENGINE_DISK_RESERVE_MIB}
   * and {@code ENGINE_DISK_RESERVE_DATABASES}: how much of the store's disk is to stay free,
   * whichever is more.
   *
   * @throws InvalidInput if one of them is no such number, or the file is not TOML
   */
  DiskRoom.Reserve diskReserve() {
    return new DiskRoom.Reserve(
        text("ENGINE_DISK_RESERVE_MIB", "/disk/reserve_mib")
            .map(set -> (long) number("disk.reserve_mib", set, MAX_MIB) << 20)
            .orElse(DiskRoom.Reserve.STANDARD.bytes()),
        text("ENGINE_DISK_RESERVE_DATABASES", "/disk/reserve_databases")
            .map(set -> number("disk.reserve_databases", set, MAX_DATABASES))
            .orElse(DiskRoom.Reserve.STANDARD.databases()));
  }

  /**
   * {@code [workers]}, with {@code ENGINE_WORKERS_MAX_PARALLEL}: how workers are run, by default
   * four at a time by Claude Code.
   *
   * @throws InvalidInput naming the key of what cannot be, or if the file is not TOML
   */
  WorkerProfiles workers() {
    return new WorkerSettings(file().path("workers"))
        .profiles(
            Optional.ofNullable(environment.get("ENGINE_WORKERS_MAX_PARALLEL"))
                .filter(set -> !set.isEmpty())
                .orElse(null));
  }

  private Duration days(String what, int usual) {
    String variable = "ENGINE_RETENTION_%s_DAYS".formatted(what.toUpperCase(Locale.ROOT));
    return text(variable, "/retention/%s_days".formatted(what))
        .map(days -> number("retention.%s_days".formatted(what), days, MAX_DAYS))
        .map(Duration::ofDays)
        .orElse(Duration.ofDays(usual));
  }

  private static int number(String what, String text, int most) {
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > most) {
      throw new InvalidInput(what, "a number from 0 to " + most, text);
    }
    return Integer.parseInt(text);
  }

  /**
   * @param pointer where it is in the file, as a JSON pointer
   */
  private Optional<String> text(String variable, String pointer) {
    String set = environment.get(variable);
    return set != null && !set.isEmpty()
        ? Optional.of(set)
        : Optional.ofNullable(fromFile(pointer));
  }

  private @Nullable String fromFile(String pointer) {
    JsonNode value = file().at(pointer);
    return value.isMissingNode() ? null : value.asString();
  }

  /** What the file says; nothing if it is not there. */
  private JsonNode file() {
    Path file = home.settings();
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      return new TomlMapper().readTree(file.toFile());
    } catch (JacksonException broken) {
      throw new InvalidInput(
          "settings file " + file, "TOML", String.valueOf(broken.getOriginalMessage()));
    }
  }
}
