package dev.engine.app;

import dev.engine.app.log.LogLevel;
import dev.engine.domain.IanaZone;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.contact.PhoneRegion;
import dev.engine.services.loop.Retention;
import dev.engine.services.worker.WorkerProfiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
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
 * has a default. The file is read once, when somebody first asks for what no variable says. Safe
 * for use by several threads.
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
  private @Nullable JsonNode file;

  Settings(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * Sees that the file sets nothing that there is not, but for the workers, of whom {@link
   * #workers} sees it.
   *
   * @throws InvalidInput naming what there is not, or if the file is not TOML
   */
  void requireKnown() {
    KnownSettings.requireOnly(file());
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
    return text(SettingKey.TIMEZONE)
        .map(name -> IanaZone.parse(SettingKey.TIMEZONE.key(), name))
        .orElseGet(ZoneId::systemDefault);
  }

  /**
   * {@code contacts.region} or {@code ENGINE_PHONE_REGION}: the country of telephone numbers that
   * do not say theirs, by default none.
   *
   * @throws InvalidInput if it is not two capitals, or the file is not TOML
   */
  PhoneRegion phoneRegion() {
    return text(SettingKey.CONTACTS_REGION).map(PhoneRegion::new).orElse(PhoneRegion.NONE);
  }

  /**
   * {@code http.port} or {@code ENGINE_HTTP_PORT}: the port that the engine listens on, 0 for any;
   * empty for the one that goes with the home.
   *
   * @throws InvalidInput if it is not a port, or the file is not TOML
   */
  Optional<Integer> httpPort() {
    return number(SettingKey.HTTP_PORT, MAX_PORT);
  }

  /**
   * {@code http.bind} or {@code ENGINE_HTTP_BIND}: the address that the engine listens on, by
   * default that of this machine to itself.
   *
   * @throws InvalidInput if the file is not TOML
   */
  String httpBind() {
    return text(SettingKey.HTTP_BIND).orElse("127.0.0.1");
  }

  /**
   * {@code http.hosts} or {@code ENGINE_HTTP_HOSTS}: further names under which the engine may be
   * asked for, with commas between them.
   *
   * @throws InvalidInput if the file is not TOML
   */
  Set<String> httpHosts() {
    return text(SettingKey.HTTP_HOSTS).stream()
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
    return text(SettingKey.LOG_LEVEL)
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
    return switch (text(SettingKey.WAKE_PASTE).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw new InvalidInput(SettingKey.WAKE_PASTE.key(), "true or false", other);
    };
  }

  /**
   * {@code retention.events_days}, {@code retention.hook_calls_days}, {@code
   * retention.context_samples_days}, {@code retention.requests_days} and {@code
   * retention.tool_calls_days}, or {@code ENGINE_RETENTION_EVENTS_DAYS} and so on: how long things
   * are remembered.
   *
   * @throws InvalidInput if one of them is no number of days, or the file is not TOML
   */
  Retention.Periods retention() {
    return new Retention.Periods(
        days(SettingKey.RETENTION_EVENTS_DAYS, EVENTS_DAYS),
        days(SettingKey.RETENTION_HOOK_CALLS_DAYS, HOOK_CALLS_DAYS),
        days(SettingKey.RETENTION_CONTEXT_SAMPLES_DAYS, CONTEXT_SAMPLES_DAYS),
        days(SettingKey.RETENTION_REQUESTS_DAYS, REQUESTS_DAYS),
        days(SettingKey.RETENTION_TOOL_CALLS_DAYS, TOOL_CALLS_DAYS));
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
        Duration.ofHours(atLeast(0, SettingKey.BACKUP_EVERY_HOURS, usual.every().toHours())),
        Math.toIntExact(atLeast(1, SettingKey.BACKUP_KEEP, usual.keptCount())),
        Duration.ofDays(atLeast(1, SettingKey.BACKUP_KEEP_DAYS, usual.keptFor().toDays())),
        Duration.ofHours(atLeast(0, SettingKey.BACKUP_MAX_AGE_HOURS, usual.maxAge().toHours())));
  }

  /**
   * {@code backup.copy_to} or {@code ENGINE_BACKUP_COPY_TO}: the folder into which the database is
   * copied all the time, by default none.
   *
   * @throws InvalidInput if it is no absolute path, or the file is not TOML
   */
  Optional<Path> copyFolder() {
    return text(SettingKey.BACKUP_COPY_TO).map(Settings::folder);
  }

  private static Path folder(String text) {
    return absolute(text)
        .orElseThrow(
            () ->
                new InvalidInput(
                    SettingKey.BACKUP_COPY_TO.key(), "the absolute path of a folder", text));
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
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
        number(SettingKey.DISK_RESERVE_MIB, MAX_MIB)
            .map(mib -> (long) mib << 20)
            .orElse(DiskRoom.Reserve.STANDARD.bytes()),
        number(SettingKey.DISK_RESERVE_DATABASES, MAX_DATABASES)
            .orElse(DiskRoom.Reserve.STANDARD.databases()));
  }

  /**
   * {@code [workers]}, with {@code ENGINE_WORKERS_MAX_PARALLEL} and {@code
   * ENGINE_WORKERS_TIMEOUT_SECONDS}: how workers are run, by default four at a time by Claude Code,
   * for as long as they like.
   *
   * @throws InvalidInput naming the key of what cannot be, or if the file is not TOML
   */
  WorkerProfiles workers() {
    return new WorkerSettings(file().path("workers"))
        .profiles(
            fromEnvironment(SettingKey.WORKERS_MAX_PARALLEL).orElse(null),
            fromEnvironment(SettingKey.WORKERS_TIMEOUT_SECONDS).orElse(null));
  }

  private Duration days(SettingKey key, int usual) {
    return Duration.ofDays(number(key, MAX_DAYS).orElse(usual));
  }

  private long atLeast(int least, SettingKey key, long usual) {
    long set = number(key, MAX_DAYS).map(Integer::longValue).orElse(usual);
    if (set < least) {
      throw new InvalidInput(key.key(), "at least " + least, Long.toString(set));
    }
    return set;
  }

  private Optional<Integer> number(SettingKey key, int most) {
    return text(key).map(text -> checked(key, text, most));
  }

  private static int checked(SettingKey key, String text, int most) {
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > most) {
      throw new InvalidInput(key.key(), "a number from 0 to " + most, text);
    }
    return Integer.parseInt(text);
  }

  private Optional<String> text(SettingKey key) {
    return fromEnvironment(key).or(() -> fromFile(key));
  }

  private Optional<String> fromEnvironment(SettingKey key) {
    return Optional.ofNullable(environment.get(key.variable())).filter(set -> !set.isEmpty());
  }

  private Optional<String> fromFile(SettingKey key) {
    JsonNode value = file().at(key.pointer());
    if (value.isContainer()) {
      throw new InvalidInput(key.key(), "one value", value.toString());
    }
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asString());
  }

  /** What the file says; nothing if it is not there. */
  private synchronized JsonNode file() {
    if (file == null) {
      file = read(home.settings());
    }
    return file;
  }

  private static JsonNode read(Path file) {
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
