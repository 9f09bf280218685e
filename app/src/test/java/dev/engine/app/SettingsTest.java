package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.app.log.LogLevel;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.worker.Primitive;
import dev.engine.services.contact.PhoneRegion;
import dev.engine.services.loop.Retention;
import dev.engine.services.worker.CommandTemplate;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  @TempDir private Path project;

  @Test
  void withoutAFileEverySettingHasItsDefault() {
    Settings settings = settings(Map.of());

    assertThat(settings.httpPort()).isEmpty();
    assertThat(settings.httpBind()).isEqualTo("127.0.0.1");
    assertThat(settings.httpHosts()).isEmpty();
    assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(settings.retention())
        .isEqualTo(
            new Retention.Periods(
                Duration.ofDays(90),
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(14)));
  }

  @Test
  void theFileSaysOtherwise() throws IOException {
    write(
        """
        [http]
        port = 8080
        bind = "::1"
        hosts = "build-box.lan, build-box"
        [log]
        level = "debug"
        [retention]
        events_days = 30
        hook_calls_days = 0
        """);

    Settings settings = settings(Map.of());

    assertThat(settings.httpPort()).contains(8080);
    assertThat(settings.httpBind()).isEqualTo("::1");
    assertThat(settings.httpHosts()).containsExactlyInAnyOrder("build-box.lan", "build-box");
    assertThat(settings.logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(settings.retention())
        .isEqualTo(
            new Retention.Periods(
                Duration.ofDays(30),
                Duration.ZERO,
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(14)));
  }

  @Test
  void aVariableWinsOverTheFile() throws IOException {
    write("http.port = 8080\n");

    Settings settings =
        settings(Map.of("ENGINE_HTTP_PORT", "9090", "ENGINE_RETENTION_EVENTS_DAYS", "1"));

    assertThat(settings.httpPort()).contains(9090);
    assertThat(settings.retention().events()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void theFileIsReadOnceAndForAllThatAsk() throws IOException {
    write("http.port = 8080\n");
    Settings settings = settings(Map.of());
    settings.httpPort();

    write("http.port = 9090\nhttp.bind = \"::1\"\n");

    assertThat(settings.httpPort()).contains(8080);
    assertThat(settings.httpBind()).isEqualTo("127.0.0.1");
  }

  @Test
  void theZoneIsThatOfTheMachineUnlessSomebodyNamesOne() throws IOException {
    assertThat(settings(Map.of()).timezone()).isEqualTo(ZoneId.systemDefault());

    write("timezone = \"Europe/Berlin\"\n");

    assertThat(settings(Map.of()).timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings(Map.of("ENGINE_TIMEZONE", "Asia/Tokyo")).timezone())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+01:00", "Europe/Atlantis"})
  void anOffsetAndWhatNamesNoZoneAreRefused(String zone) {
    Settings settings = settings(Map.of("ENGINE_TIMEZONE", zone));

    assertThatThrownBy(settings::timezone)
        .isInstanceOf(InvalidInput.class)
        .hasMessage("timezone must be an IANA time zone such as Europe/Berlin, got \"%s\"", zone);
  }

  @Test
  void theCountryOfNumbersHasAVariableOfAnotherName() throws IOException {
    write("contacts.region = \"DE\"\n");

    assertThat(settings(Map.of()).phoneRegion()).isEqualTo(new PhoneRegion("DE"));
    assertThat(settings(Map.of("ENGINE_PHONE_REGION", "FR")).phoneRegion())
        .isEqualTo(new PhoneRegion("FR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "65536", "99999999999", "80 "})
  void whatIsNoPortIsRefused(String port) {
    Settings settings = settings(Map.of("ENGINE_HTTP_PORT", port));

    assertThatThrownBy(settings::httpPort)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("http.port must be a number from 0 to 65535");
  }

  @Test
  void aListOrATableIsNoValue() throws IOException {
    write("http.hosts = [\"build-box\"]\nlog.level.to = \"debug\"\n");

    assertThatThrownBy(settings(Map.of())::httpHosts)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("http.hosts must be one value");
    assertThatThrownBy(settings(Map.of())::logLevel)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("log.level must be one value");
  }

  @Test
  void backupsAreTakenAsIsSaid() throws IOException {
    assertThat(settings(Map.of()).backups()).isEqualTo(BackupPolicy.STANDARD);

    write("[backup]\nevery_hours = 6\nkeep = 3\nkeep_days = 7\nmax_age_hours = 0\n");

    assertThat(settings(Map.of("ENGINE_BACKUP_KEEP", "4")).backups())
        .isEqualTo(new BackupPolicy(Duration.ofHours(6), 4, Duration.ofDays(7), Duration.ZERO));
    assertThatThrownBy(settings(Map.of("ENGINE_BACKUP_KEEP", "0"))::backups)
        .hasMessageContaining("backup.keep must be at least 1");
    assertThatThrownBy(settings(Map.of("ENGINE_BACKUP_EVERY_HOURS", "daily"))::backups)
        .hasMessageContaining("backup.every_hours must be a number");
  }

  @Test
  void theDatabaseIsCopiedWhereThePersonSaysSo() throws IOException {
    assertThat(settings(Map.of()).copyFolder()).isEmpty();

    write("[backup]\ncopy_to = \"/mnt/copy\"\n");

    assertThat(settings(Map.of()).copyFolder()).contains(Path.of("/mnt/copy"));
    assertThatThrownBy(settings(Map.of("ENGINE_BACKUP_COPY_TO", "copy"))::copyFolder)
        .hasMessageContaining("backup.copy_to must be the absolute path of a folder");
  }

  @Test
  void panesAreTypedIntoOnlyWhereThePersonSaysSo() throws IOException {
    assertThat(settings(Map.of()).wakesByPaste()).isFalse();

    write("wake.paste = true\n");

    assertThat(settings(Map.of()).wakesByPaste()).isTrue();
    assertThat(settings(Map.of("ENGINE_WAKE_PASTE", "false")).wakesByPaste()).isFalse();
    assertThatThrownBy(settings(Map.of("ENGINE_WAKE_PASTE", "yes"))::wakesByPaste)
        .hasMessageContaining("wake.paste must be true or false");
  }

  @Test
  void withoutAFileFourWorkersAtATimeAreRunByClaudeCode() {
    assertThat(settings(Map.of()).workers())
        .isEqualTo(new WorkerProfiles(4, Map.of(), WorkerProfile.claude(4, null)));
    assertThat(settings(Map.of("ENGINE_WORKERS_MAX_PARALLEL", "9")).workers())
        .isEqualTo(new WorkerProfiles(9, Map.of(), WorkerProfile.claude(9, null)));
  }

  @Test
  void aVariableSaysHowLongAnAttemptMayTake() throws IOException {
    write("workers.timeout_seconds = 3600\nworkers.max_parallel = 2\n");

    assertThat(settings(Map.of("ENGINE_WORKERS_TIMEOUT_SECONDS", "60")).workers())
        .isEqualTo(new WorkerProfiles(2, Map.of(), WorkerProfile.claude(2, Duration.ofMinutes(1))));
    assertThatThrownBy(settings(Map.of("ENGINE_WORKERS_TIMEOUT_SECONDS", "soon"))::workers)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("workers.timeout_seconds must be a number from 1 to 2,592,000");
  }

  @Test
  void whatCannotBeSetIsToldBeforeItIsMissed() throws IOException {
    write("[http]\nprot = 8080\n");

    assertThatThrownBy(settings(Map.of())::requireKnown)
        .isInstanceOf(InvalidInput.class)
        .hasMessage("setting must be one that there is, such as http.port, got \"http.prot\"");
    assertThatCode(settings(Map.of())::timezone).doesNotThrowAnyException();
  }

  @Test
  void aProfileSaysHowAPrimitiveIsRunAndTheDefaultSaysTheRest() throws IOException {
    write(
        """
        [workers]
        max_parallel = 8
        timeout_seconds = 3600
        [workers.profiles.default]
        env = ["API_URL"]
        [workers.profiles.review]
        command = ["/opt/review", "--in", "{workspace}"]
        parallel = 2
        timeout_seconds = 60
        """);

    WorkerProfiles workers = settings(Map.of()).workers();

    CommandTemplate review = new CommandTemplate(List.of("/opt/review", "--in", "{workspace}"));
    assertThat(workers)
        .isEqualTo(
            new WorkerProfiles(
                8,
                Map.of(
                    new Primitive("review"),
                    new WorkerProfile(
                        review, review, 2, Duration.ofSeconds(60), Set.of("API_URL"))),
                new WorkerProfile(
                    WorkerProfile.CLAUDE,
                    WorkerProfile.RESUMED_CLAUDE,
                    8,
                    Duration.ofHours(1),
                    Set.of("API_URL"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workers = 3 | workers must be a table",
        "workers.max_parallel = 1001 | workers.max_parallel must be a number from 0 to 1,000",
        "workers.max_parallel = 'x' | workers.max_parallel must be a number from 0 to 1,000",
        "workers.timeout_seconds = 0 | workers.timeout_seconds must be a number from 1 to"
            + " 2,592,000",
        "workers.profile.x.parallel = 1 | key in workers must be one of max_parallel,"
            + " timeout_seconds,",
        "workers.profiles.X.parallel = 1 | key in workers.profiles must be default or the name of"
            + " a",
        "workers.profiles.x.paralel = 1 | key in workers.profiles.x must be one of command,",
        "workers.profiles.x.command = 'run it' | workers.profiles.x.command must be a list of"
            + " texts",
        "workers.profiles.x.command = [1] | workers.profiles.x.command must be a list of texts",
        "workers.profiles.x.command = ['run', '{id}'] | placeholder in workers.profiles.x.command",
        "workers.profiles.x.resume_command = [] | workers.profiles.x.resume_command must be a"
            + " program",
        "workers.profiles.x.env = ['KEY=canary'] | workers.profiles.x.env must be names of"
            + " variables",
      })
  void aMistakeInAProfileIsToldByTheNameOfItsKey(String toml, String told) throws IOException {
    write(toml + "\n");

    Settings settings = settings(Map.of());

    assertThatThrownBy(settings::workers)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(told)
        .hasMessageNotContaining("canary");
  }

  @Test
  void theReserveOfTheDiskIsAGibibyteOrThreeDatabasesUnlessSomebodySaysOtherwise() {
    assertThat(settings(Map.of()).diskReserve()).isEqualTo(DiskRoom.Reserve.STANDARD);
    assertThat(
            settings(Map.of("ENGINE_DISK_RESERVE_MIB", "20", "ENGINE_DISK_RESERVE_DATABASES", "2"))
                .diskReserve())
        .isEqualTo(new DiskRoom.Reserve(20L << 20, 2));
    assertThatThrownBy(() -> settings(Map.of("ENGINE_DISK_RESERVE_MIB", "much")).diskReserve())
        .isInstanceOf(InvalidInput.class)
        .hasMessage("disk.reserve_mib must be a number from 0 to 999999, got \"much\"");
  }

  private Settings settings(Map<String, String> environment) {
    return new Settings(HomeFolder.of(project), environment);
  }

  private void write(String toml) throws IOException {
    Path file = HomeFolder.of(project).settings();
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, toml);
  }
}
