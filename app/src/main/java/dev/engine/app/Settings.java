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
 * has a default. The file is read once, when somebody first asks for what no variable says. Safe
 * for use by several threads.
 */
final class Settings {

  private static final Key TIMEZONE = Key.of("timezone");

  /** The one whose variable is not named after it. */
  private static final Key PHONE_REGION = new Key("contacts.region", "ENGINE_PHONE_REGION");

  private static final Key WAKE_PASTE = Key.of("wake.paste");
  private static final Key COPY_TO = Key.of("backup.copy_to");

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
    return text(TIMEZONE)
        .map(name -> IanaZone.parse(TIMEZONE.name(), name))
        .orElseGet(ZoneId::systemDefault);
  }

  /**
   * {@code contacts.region} or {@code ENGINE_PHONE_REGION}: the country of telephone numbers that
   * do not say theirs, by default none.
   *
   * @throws InvalidInput if it is not two capitals, or the file is not TOML
   */
  PhoneRegion phoneRegion() {
    return text(PHONE_REGION).map(PhoneRegion::new).orElse(PhoneRegion.NONE);
  }

  /**
   * {@code http.port} or {@code ENGINE_HTTP_PORT}: the port that the engine listens on, 0 for any;
   * empty for the one that goes with the home.
   *
   * @throws InvalidInput if it is not a port, or the file is not TOML
   */
  Optional<Integer> httpPort() {
    return number(Key.of("http.port"), MAX_PORT);
  }

  /**
   * {@code http.bind} or {@code ENGINE_HTTP_BIND}: the address that the engine listens on, by
   * default that of this machine to itself.
   *
   * @throws InvalidInput if the file is not TOML
   */
  String httpBind() {
    return text(Key.of("http.bind")).orElse("127.0.0.1");
  }

  /**
   * {@code http.hosts} or {@code ENGINE_HTTP_HOSTS}: further names under which the engine may be
   * asked for, with commas between them.
   *
   * @throws InvalidInput if the file is not TOML
   */
  Set<String> httpHosts() {
    return text(Key.of("http.hosts")).stream()
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
    return text(Key.of("log.level"))
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
    return switch (text(WAKE_PASTE).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw new InvalidInput(WAKE_PASTE.name(), "true or false", other);
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
        days(Key.of("retention.events_days"), EVENTS_DAYS),
        days(Key.of("retention.hook_calls_days"), HOOK_CALLS_DAYS),
        days(Key.of("retention.context_samples_days"), CONTEXT_SAMPLES_DAYS),
        days(Key.of("retention.requests_days"), REQUESTS_DAYS),
        days(Key.of("retention.tool_calls_days"), TOOL_CALLS_DAYS));
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
        Duration.ofHours(atLeast(0, Key.of("backup.every_hours"), usual.every().toHours())),
        Math.toIntExact(atLeast(1, Key.of("backup.keep"), usual.keptCount())),
        Duration.ofDays(atLeast(1, Key.of("backup.keep_days"), usual.keptFor().toDays())),
        Duration.ofHours(atLeast(0, Key.of("backup.max_age_hours"), usual.maxAge().toHours())));
  }

  /**
   * {@code backup.copy_to} or {@code ENGINE_BACKUP_COPY_TO}: the folder into which the database is
   * copied all the time, by default none.
   *
   * @throws InvalidInput if it is no absolute path, or the file is not TOML
   */
  Optional<Path> copyFolder() {
    return text(COPY_TO).map(Settings::folder);
  }

  private static Path folder(String text) {
    try {
      Path folder = Path.of(text);
      if (folder.isAbsolute()) {
        return folder.normalize();
      }
    } catch (InvalidPathException noPath) {
      throw new InvalidInput(COPY_TO.name(), "the absolute path of a folder", text);
    }
    throw new InvalidInput(COPY_TO.name(), "the absolute path of a folder", text);
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
        number(Key.of("disk.reserve_mib"), MAX_MIB)
            .map(mib -> (long) mib << 20)
            .orElse(DiskRoom.Reserve.STANDARD.bytes()),
        number(Key.of("disk.reserve_databases"), MAX_DATABASES)
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
            fromEnvironment(Key.of("workers.max_parallel")).orElse(null),
            fromEnvironment(Key.of("workers.timeout_seconds")).orElse(null));
  }

  private Duration days(Key key, int usual) {
    return Duration.ofDays(number(key, MAX_DAYS).orElse(usual));
  }

  private long atLeast(int least, Key key, long usual) {
    long set = number(key, MAX_DAYS).map(Integer::longValue).orElse(usual);
    if (set < least) {
      throw new InvalidInput(key.name(), "at least " + least, Long.toString(set));
    }
    return set;
  }

  private Optional<Integer> number(Key key, int most) {
    return text(key).map(text -> checked(key, text, most));
  }

  private static int checked(Key key, String text, int most) {
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > most) {
      throw new InvalidInput(key.name(), "a number from 0 to " + most, text);
    }
    return Integer.parseInt(text);
  }

  private Optional<String> text(Key key) {
    return fromEnvironment(key).or(() -> fromFile(key));
  }

  private Optional<String> fromEnvironment(Key key) {
    return Optional.ofNullable(environment.get(key.variable())).filter(set -> !set.isEmpty());
  }

  private Optional<String> fromFile(Key key) {
    JsonNode value = file().at(key.pointer());
    if (value.isContainer()) {
      throw new InvalidInput(key.name(), "one value", value.toString());
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

  /**
   * What a setting is called.
   *
   * @param name in the file and in failures, such as {@code http.port}
   * @param variable such as {@code ENGINE_HTTP_PORT}
   */
  private record Key(String name, String variable) {

    /** One whose variable is named after it. */
    private static Key of(String name) {
      return new Key(name, "ENGINE_" + name.replace('.', '_').toUpperCase(Locale.ROOT));
    }

    /** Where it is in the file, as a JSON pointer. */
    private String pointer() {
      return "/" + name.replace('.', '/');
    }
  }
}
