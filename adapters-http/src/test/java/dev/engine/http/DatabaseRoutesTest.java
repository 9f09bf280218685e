package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseRoutesTest {

  private static final String DATABASE = "/database";
  private static final String BACKUPS = DATABASE + "/backups";

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void theStatusSaysWhatTheFileHasGoneThrough() {
    house.database.store();

    Answer status = api.get(DATABASE);

    assertThat(status.body())
        .isEqualTo(
            """
            {"file":"system.db","present":true,"schema":{"version":28,\
            "applied":[{"number":"028","description":"context warnings",\
            "appliedAt":"2026-01-05T12:00:00Z"}],"pending":[],\
            "held":[{"number":"029","description":"drop old table","reason":"drops it",\
            "drops":[{"table":"session_notifications","rows":1}]}],\
            "bytes":100,"walBytes":0,"pages":1,"freePages":0},"standing":{},"backups":[]}\
            """);
  }

  @Test
  void whatIsPendingIsNamed() {
    house.database.fallBehind();

    Answer status = api.get(DATABASE);

    assertThat(status.body())
        .contains("\"pending\":[{\"number\":\"028\",\"description\":\"context warnings\"}]");
  }

  @Test
  void aBackupThatIsTakenCanBeShown() {
    house.database.store();

    Answer taken = api.call("POST", BACKUPS, "{\"name\":\"before_trip\"}");

    Answer shown = api.get(Api.location(taken));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(shown.body()).isEqualTo(taken.body());
    assertThat(taken.body())
        .isEqualTo(
            """
            {"name":"before_trip","takenAt":"2026-01-05T12:00:00Z",\
            "file":"system_backup_before_trip_0.db","bytes":100,"outcome":"taken",\
            "seal":{"sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\
            "journalHead":1,"version":28,"verifiedAt":"2026-01-05T12:00:00Z"}}\
            """);
  }

  @Test
  void backupsAreListedTheNewestFirst() {
    api.call("POST", BACKUPS, "{\"name\":\"first\"}");
    api.call("POST", BACKUPS, "{}");

    Answer all = api.get(BACKUPS);
    Answer front = api.get(BACKUPS + "?limit=1");

    assertThat(all.body().indexOf("\"manual\"")).isLessThan(all.body().indexOf("\"first\""));
    assertThat(front.body()).contains("\"manual\"").doesNotContain("\"first\"", "\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"../a\"}", "{\"name\":\"\"}", "{\"file\":\"a\"}", "[]"})
  void aNameThatIsNoneIsRefused(String body) {
    Answer answer = api.call("POST", BACKUPS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(house.database.list()).isEmpty();
  }

  @Test
  void aBackupIsKnownByTheNameOfItsFileAlone() {
    Answer unknown = api.get(BACKUPS + "/other.db");
    Answer outside = api.get(BACKUPS + "/..%5Csystem.db");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).contains("no backup other.db");
    assertThat(outside.status()).isIn(400, 404);
  }

  @Test
  void aLookAtTheWholeFileSaysWhatWasFound() {
    house.database.store();

    Answer verified = api.call("POST", DATABASE + "/verify", null);

    assertThat(verified.body())
        .isEqualTo(
            """
            {"file":"system.db","version":28,"sound":true,\
            "tables":[{"table":"session_notifications","rows":1}],"problems":[]}\
            """);
  }

  @Test
  void aTrialProvesTheNewestBackup() {
    house.database.store();
    api.call("POST", BACKUPS, "{}");

    Answer drilled = api.call("POST", DATABASE + "/drill", null);

    assertThat(drilled.status()).isEqualTo(200);
    assertThat(drilled.body())
        .contains("\"outcome\":\"proven\"", "\"provenAt\":\"2026-01-05T12:00:00Z\"")
        .endsWith(
            "\"answersCount\":2,\"tables\":[{\"table\":\"session_notifications\",\"rows\":1}]}");
    assertThat(api.get(DATABASE).body())
        .contains(
            "\"proven\":{\"fileName\":\"system_backup_manual_0.db\","
                + "\"takenAt\":\"2026-01-05T12:00:00Z\"}");
  }

  @Test
  void aBackupThatIsNotWhatItWasIsFound() {
    String file = Api.location(api.call("POST", BACKUPS, "{}"));
    house.database.damage(house.database.list().getFirst());

    Answer verified = api.call("POST", file + "/verify", null);
    Answer drilled = api.call("POST", file + "/drill", null);
    Answer newest = api.call("POST", DATABASE + "/drill", null);

    assertThat(verified.body())
        .contains("\"sound\":false", "\"problems\":[\"its bytes are not those\"]");
    assertThat(drilled.status()).isEqualTo(500);
    assertThat(drilled.body()).contains("ENG-2002", "failed its trial");
    assertThat(newest.status()).isEqualTo(404);
    assertThat(api.get(DATABASE).body())
        .contains("\"trouble\":{", "\"reason\":\"its bytes are not those\"");
  }

  @Test
  void longWorkTakesNoKey() {
    Answer backup = api.call("POST", BACKUPS, "{}", "Idempotency-Key: a");
    Answer verify = api.call("POST", DATABASE + "/verify", null, "Idempotency-Key: a");

    assertThat(Stream.of(backup, verify).map(Answer::status)).containsExactly(400, 400);
    assertThat(house.database.list()).isEmpty();
  }
}
