package dev.engine.app;

import java.util.Locale;

/**
 * What can be set, but for the profiles of workers, which have names of their own. A setting has
 * one name in {@code engine.toml} and in failures, such as {@code http.port}, and one variable.
 */
enum SettingKey {
  TIMEZONE("timezone"),

  /** The one whose variable is not named after it. */
  CONTACTS_REGION("contacts.region", "ENGINE_PHONE_REGION"),

  HTTP_PORT("http.port"),
  HTTP_BIND("http.bind"),
  HTTP_HOSTS("http.hosts"),
  LOG_LEVEL("log.level"),
  WAKE_PASTE("wake.paste"),
  BACKUP_EVERY_HOURS("backup.every_hours"),
  BACKUP_KEEP("backup.keep"),
  BACKUP_KEEP_DAYS("backup.keep_days"),
  BACKUP_MAX_AGE_HOURS("backup.max_age_hours"),
  BACKUP_COPY_TO("backup.copy_to"),
  DISK_RESERVE_MIB("disk.reserve_mib"),
  DISK_RESERVE_DATABASES("disk.reserve_databases"),
  RETENTION_EVENTS_DAYS("retention.events_days"),
  RETENTION_HOOK_CALLS_DAYS("retention.hook_calls_days"),
  RETENTION_CONTEXT_SAMPLES_DAYS("retention.context_samples_days"),
  RETENTION_REQUESTS_DAYS("retention.requests_days"),
  RETENTION_TOOL_CALLS_DAYS("retention.tool_calls_days"),
  WORKERS_MAX_PARALLEL("workers.max_parallel"),
  WORKERS_TIMEOUT_SECONDS("workers.timeout_seconds");

  private final String key;
  private final String variable;

  /** One whose variable is named after it. */
  SettingKey(String key) {
    this(key, "ENGINE_" + key.replace('.', '_').toUpperCase(Locale.ROOT));
  }

  SettingKey(String key, String variable) {
    this.key = key;
    this.variable = variable;
  }

  /** Its name, with a dot between its table and itself. */
  String key() {
    return key;
  }

  /** The environment variable, such as {@code ENGINE_HTTP_PORT}, which wins over the file. */
  String variable() {
    return variable;
  }

  /** Where it is in the file, as a JSON pointer. */
  String pointer() {
    return "/" + key.replace('.', '/');
  }
}
