package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityText;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriorityRoutesTest {

  private static final String PRIORITIES = "/priorities";
  private static final String OTHER_VERSION = "If-Match: \"another\"";
  private static final Pool ERRANDS = new Pool("errands");

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aPriorityThatIsAddedCanBeShown() {
    Answer added = api.call("POST", PRIORITIES, "{\"content\":\"Answer Ada\"}");

    String location = Api.location(added);
    Answer shown = api.get(location);
    assertThat(added.status()).isEqualTo(201);
    assertThat(shown).extracting(Answer::status, Answer::body).containsExactly(200, added.body());
    assertThat(added.body())
        .isEqualTo(
            """
            {"id":"%s","content":"Answer Ada","level":"medium","pool":"main",\
            "createdAt":"2026-01-05T12:00:00Z"}\
            """
                .formatted(location.substring(PRIORITIES.length() + 1)));
  }

  @Test
  void aRequestThatComesAgainWithItsKeyAddsOnePriority() {
    String body = "{\"content\":\"Answer Ada\"}";

    Answer first = api.call("POST", PRIORITIES, body, "Idempotency-Key: a");
    Answer again = api.call("POST", PRIORITIES, body, "Idempotency-Key: a");
    Answer other = api.call("POST", PRIORITIES, "{\"content\":\"Rest\"}", "Idempotency-Key: a");

    assertThat(again).isEqualTo(first);
    assertThat(other.status()).isEqualTo(422);
    assertThat(open()).extracting(each -> each.content().value()).containsExactly("Answer Ada");
  }

  @Test
  void openOnesAreListedAsTheyStandPageByPage() {
    Priority first = stored("first", Pool.MAIN);
    Priority second = stored("second", Pool.MAIN);
    Priority errand = stored("errand", ERRANDS);

    Answer front = api.get(PRIORITIES + "?limit=2");
    String next = front.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    Answer rest = api.get(PRIORITIES + "?limit=2&after=" + next);

    assertThat(front.body()).contains(errand.id().value(), first.id().value());
    assertThat(front.body().indexOf(errand.id().value()))
        .isLessThan(front.body().indexOf(first.id().value()));
    assertThat(rest.body()).contains(second.id().value()).doesNotContain("\"next\"");
  }

  @Test
  void aListIsNarrowedByPoolAndTime() {
    Priority old = stored("old", Pool.MAIN);
    Priority done = stored("done", Pool.MAIN);
    Priority errand = stored("errand", ERRANDS);
    house.pass(Duration.ofHours(1));
    house.engine.priorities().complete(done.id());
    Priority young = stored("young", Pool.MAIN);

    Answer errands = api.get(PRIORITIES + "?pool=errands");
    Answer carried = api.get(PRIORITIES + "?pool=main&addedBefore=2026-01-05T12:30:00Z");
    Answer completed = api.get(PRIORITIES + "?doneSince=2026-01-05T13:00:00Z");

    assertThat(ids(errands)).containsExactly(errand.id().value());
    assertThat(ids(carried)).containsExactly(old.id().value());
    assertThat(ids(completed)).containsExactly(done.id().value());
    assertThat(completed.body()).contains("\"completedAt\":\"2026-01-05T13:00:00Z\"");
    assertThat(carried.body()).doesNotContain(young.id().value());
  }

  @Test
  void poolsAreListedByName() {
    stored("first", Pool.MAIN);
    house.engine.priorities().complete(stored("errand", ERRANDS).id());

    Answer pools = api.get(PRIORITIES + "/pools");
    Answer front = api.get(PRIORITIES + "/pools?limit=1");

    assertThat(pools.body())
        .isEqualTo(
            """
            {"items":[{"name":"errands","openCount":0,"doneCount":1},\
            {"name":"main","openCount":1,"doneCount":0}]}\
            """);
    assertThat(front.body())
        .isEqualTo("{\"items\":[{\"name\":\"errands\",\"openCount\":0,\"doneCount\":1}]}");
  }

  @Test
  void aChangeNamesTheVersionItIsOf() {
    String path = PRIORITIES + "/" + stored("Answer Ada", Pool.MAIN).id();
    String body = "{\"level\":\"critical\"}";
    String seen = api.ifMatch(path);

    Answer without = api.call("PATCH", path, body);
    Answer changed = api.call("PATCH", path, body, seen);
    Answer late = api.call("PATCH", path, "{\"content\":\"Answer Bob\"}", seen);

    assertThat(Stream.of(without, changed, late).map(Answer::status))
        .containsExactly(428, 200, 412);
    assertThat(changed.body()).contains("\"content\":\"Answer Ada\"", "\"level\":\"critical\"");
    assertThat("If-Match: " + changed.header("ETag").orElseThrow()).isEqualTo(api.ifMatch(path));
  }

  @Test
  void aPriorityIsRemovedAsItWasSeen() {
    String path = PRIORITIES + "/" + stored("Answer Ada", Pool.MAIN).id();
    String seen = api.ifMatch(path);

    Answer without = api.call("DELETE", path, null);
    Answer other = api.call("DELETE", path, null, OTHER_VERSION);
    Answer removed = api.call("DELETE", path, null, seen);
    Answer again = api.call("DELETE", path, null, seen);

    assertThat(Stream.of(without, other, removed, again).map(Answer::status))
        .containsExactly(428, 412, 204, 404);
    assertThat(open()).isEmpty();
  }

  @Test
  void completingTwiceKeepsTheFirstTimeAndReopeningTakesItBack() {
    String path = PRIORITIES + "/" + stored("Answer Ada", Pool.MAIN).id();

    Answer first = api.call("POST", path + "/complete", null);
    house.pass(Duration.ofMinutes(1));
    Answer second = api.call("POST", path + "/complete", null);
    Answer reopened = api.call("POST", path + "/reopen", null);

    assertThat(first.body()).contains("\"completedAt\":\"2026-01-05T12:00:00Z\"");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(reopened.body()).doesNotContain("completedAt");
  }

  @Test
  void aPriorityIsMoved() {
    Priority first = stored("first", Pool.MAIN);
    Priority second = stored("second", Pool.MAIN);
    Priority third = stored("third", Pool.MAIN);

    move(third, "{\"to\":\"first\"}");
    List<Priority> atFront = open();
    move(third, "{\"before\":\"%s\"}".formatted(second.id()));
    List<Priority> between = open();
    move(first, "{\"to\":\"last\"}");
    List<Priority> atEnd = open();
    Answer elsewhere = move(first, "{\"pool\":\"errands\"}");

    assertThat(atFront).containsExactly(third, first, second);
    assertThat(between).containsExactly(first, third, second);
    assertThat(atEnd).containsExactly(third, second, first);
    assertThat(elsewhere.body()).contains("\"pool\":\"errands\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"to\":\"first\",\"pool\":\"errands\"}",
        "{\"to\":\"middle\"}",
        "{\"before\":\"XYZ\"}",
        "{\"pool\":\" errands\"}"
      })
  void aPlaceIsSaidInOneWay(String place) {
    Answer moved = move(stored("first", Pool.MAIN), place);

    assertThat(moved.status()).isEqualTo(400);
    assertThat(moved.body()).contains("ENG-1001");
  }

  @Test
  void whatIsDoneHasNoPlace() {
    Priority done = stored("first", Pool.MAIN);
    house.engine.priorities().complete(done.id());

    Answer moved = move(done, "{\"to\":\"first\"}");

    assertThat(moved.status()).isEqualTo(409);
    assertThat(moved.body()).contains("ENG-1003", "reopen it first");
  }

  @Test
  void aTextHasItsLength() {
    Answer longest = api.call("POST", PRIORITIES, content("a".repeat(2_000)));
    Answer longer = api.call("POST", PRIORITIES, content("a".repeat(2_001)));

    assertThat(longest.status()).isEqualTo(201);
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.body()).contains("content must be a text of 1 to 2,000 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "pool=%20main",
    "addedBefore=yesterday",
    "addedBefore=%2B10000-01-01T00:00:00Z",
    "doneSince=2026-01-05T12:00:00Z&addedBefore=2026-01-05T12:00:00Z",
    "after=bm90aGluZw",
  })
  void aFilterThatIsNoneIsRefused(String query) {
    Answer answer = api.get(PRIORITIES + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ENG-1001");
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "POST,/complete", "POST,/reopen"})
  void aPriorityThatIsNotThereIsNotFound(String method, String act) {
    Answer answer = api.call(method, PRIORITIES + "/0000beef" + act, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("no priority 0000beef");
  }

  private Priority stored(String text, Pool pool) {
    return house.engine.priorities().add(new PriorityText(text), Level.MEDIUM, pool);
  }

  private List<Priority> open() {
    return house.engine.priorities().list(PriorityFilter.open(null), Page.FIRST).items();
  }

  private Answer move(Priority priority, String place) {
    return api.call("POST", PRIORITIES + "/" + priority.id() + "/move", place);
  }

  private static String content(String text) {
    return "{\"content\":\"" + text + "\"}";
  }

  private static List<String> ids(Answer list) {
    return Stream.of(list.body().split("\"id\":\"", -1))
        .skip(1)
        .map(each -> each.substring(0, 8))
        .toList();
  }
}
