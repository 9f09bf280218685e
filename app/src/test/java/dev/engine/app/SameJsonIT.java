package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for a thing, by a command or over HTTP, is given the same JSON of it. */
final class SameJsonIT {

  /** A command, a part of what it prints, a path below the API, and a part of what it answers. */
  private static final String SAME =
      """
      session list --limit 5                 ||                sessions?limit=5         |/items
      session show 00000001                  ||                sessions/00000001        |
      conversation list --limit 5            ||                conversations?limit=5    |/items
      conversation show project-00000001     ||                conversations/project-00000001|
      worker list --limit 5                  ||                workers?limit=5          |/items
      worker show 00000003                   |/attempts|       workers/00000003/attempts|/items
      mission list --limit 5                 ||                scheduled-missions?limit=5|/items
      mission show mission-1                 |/mission|        scheduled-missions/mission-1|
      mission history mission-1 --limit 5    ||                missions?scheduled=MISSION&limit=5|/items
      notification list --limit 5            ||                notifications?limit=5    |/items
      notification show 00000002             ||                notifications/00000002   |
      ping list --limit 5                    ||                pings?limit=5            |/items
      attention --limit 20                   ||                attention?limit=20       |/items
      brief --peek                           ||                brief                    |
      why 00000001                           ||                why/00000001             |/explanations
      priority list --limit 5                ||                priorities?limit=5       |/items
      priority pools                         ||                priorities/pools         |/items
      contact list --limit 5                 ||                contacts?limit=5         |/items
      contact doubles                        ||                contacts/doubles         |/items
      stage list --all --limit 5             ||                staged-content?limit=5   |/items
      account list                           ||                accounts                 |/items
      dnd                                    ||                quiet-times              |/items
      events tail --limit 1                  ||                events?limit=1           |/items
      db backups                             ||                database/backups         |/items
      db status                              ||                database                 |
      status                                 |/backups|        database                 |/standing
      status                                 |/conversations|  conversations            |/items
      """;

  /** How often a thing may change while it is read. */
  private static final int TRIES = 20;

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private record Pair(String command, String printedPart, String path, String answeredPart) {

    static Stream<Pair> all(String mission) {
      return SAME.lines()
          .map(line -> line.replace("MISSION", mission).split("\\|", -1))
          .map(
              part -> new Pair(part[0].strip(), part[1].strip(), part[2].strip(), part[3].strip()));
    }
  }

  @Test
  void whatACommandPrintsIsWhatTheApiAnswers() throws Exception {
    SeededFleet fleet = SeededFleet.in(folder);
    try (ServingProcess engine = ServingProcess.start(fleet.project())) {
      fleet.complete();
      completeByHand();
      String mission = fleet.get("scheduled-missions/mission-1").path("id").asString();

      assertThat(Pair.all(mission)).allSatisfy(pair -> assertSame(fleet, pair));
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aCommandMayTellOfAThingWhatTheApiTellsApart() throws Exception {
    SeededFleet fleet = SeededFleet.in(folder);
    try (ServingProcess engine = ServingProcess.start(fleet.project())) {
      String staged =
          fleet
              .post("staged-content", JSON.readTree("{\"title\":\"The plan\",\"body\":\"# A\"}"))
              .path("id")
              .asString();

      JsonNode worker = printed("worker show 00000003");
      JsonNode item = printed("stage show " + staged);

      assertThat(worker.path("latestAttempt")).isEqualTo(worker.path("attempts").path(0));
      assertThat((Object) worker.deepCopy().asObject().without("attempts"))
          .isEqualTo(fleet.get("workers/00000003"));
      assertThat((Object) item.deepCopy().asObject().without("body"))
          .isEqualTo(fleet.get("staged-content/" + staged));
      assertThat(item.path("body").asString()).isEqualTo("# A");
      assertThat(engine.end()).isZero();
    }
  }

  /** What has no rows yet. */
  private void completeByHand() {
    List.of(
            "account add google email ada@example.org --can read,send",
            "contact add Somebody --email person1@example.org",
            "dnd hours 22:00-07:00",
            "db backup")
        .forEach(this::run);
  }

  /** What an engine does by itself may come between two reads: then they are made again. */
  private void assertSame(SeededFleet fleet, Pair pair) {
    JsonNode printed;
    JsonNode answered = fleet.get(pair.path()).at(pair.answeredPart());
    int tries = 0;
    boolean hasChanged;
    do {
      JsonNode before = answered;
      printed = printed(pair.command()).at(pair.printedPart());
      answered = fleet.get(pair.path()).at(pair.answeredPart());
      hasChanged = !answered.equals(before);
    } while (hasChanged && ++tries < TRIES);
    assertThat(hasChanged).as("whether it changes all the time").isFalse();
    assertThat(answered.size()).as("how much there is to compare").isPositive();
    assertThat((Object) printed).isEqualTo(answered);
  }

  private JsonNode printed(String command) {
    return JSON.readTree(run(command + " --json"));
  }

  private String run(String command) {
    Shipped.Result result = Shipped.engine(folder, command.split(" ", -1));
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result.out();
  }
}
