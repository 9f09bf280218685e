package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StagedContentRoutesTest {

  private static final String STAGED = "/staged-content";
  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void whatIsStagedCanBeShown() {
    Answer staged =
        api.call(
            "POST",
            STAGED,
            """
            {"title":"The plan","body":"# Plan","conversationId":"chief-2026-01-05",\
            "expiresIn":"2h"}\
            """);

    String location = Api.location(staged);
    Answer shown = api.get(location);
    assertThat(staged.status()).isEqualTo(201);
    assertThat(shown).extracting(Answer::status, Answer::body).containsExactly(200, staged.body());
    assertThat(staged.body())
        .isEqualTo(
            """
            {"id":"%s","kind":"markdown","title":"The plan","state":"staged",\
            "conversationId":"chief-2026-01-05","stagedAt":"2026-01-05T12:00:00Z",\
            "expiresAt":"2026-01-05T14:00:00Z"}\
            """
                .formatted(location.substring(STAGED.length() + 1)));
  }

  @Test
  void whatASessionStagesIsOfItsConversation() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    String body = "{\"kind\":\"link\",\"title\":\"a\",\"body\":\"https://a.example\",%s}";

    Answer staged =
        api.call("POST", STAGED, body.formatted("\"sessionId\":\"%s\"".formatted(session.id())));
    Answer unknown = api.call("POST", STAGED, body.formatted("\"sessionId\":\"0000beef\""));

    assertThat(staged.body())
        .contains("\"conversationId\":\"%s\"".formatted(session.conversation()));
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void itemsAreListedTheNewestFirstPageByPage() {
    StagedItem first = stored("first", null);
    house.pass(Duration.ofSeconds(1));
    StagedItem second = stored("second", null);

    Answer front = api.get(STAGED + "?limit=1");
    String next = front.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    Answer rest = api.get(STAGED + "?limit=1&after=" + next);

    assertThat(front.body()).contains(second.id().value()).doesNotContain(first.id().value());
    assertThat(rest.body()).contains(first.id().value()).doesNotContain("\"next\"");
  }

  @Test
  void aListIsNarrowedByProgressAndConversation() {
    StagedItem waiting = stored("waiting", CHIEF);
    StagedItem settled = stored("settled", null);
    house.engine.portal().resolve(settled.id(), Verdict.DISMISSED, "");

    Answer staged = api.get(STAGED + "?progress=staged");
    Answer resolved = api.get(STAGED + "?progress=resolved");
    Answer ofChief = api.get(STAGED + "?conversation=" + CHIEF);
    Answer all = api.get(STAGED);

    assertThat(staged.body()).contains("waiting").doesNotContain("settled");
    assertThat(resolved.body()).contains("settled").doesNotContain("waiting");
    assertThat(ofChief.body()).contains(waiting.id().value()).doesNotContain("settled");
    assertThat(all.body()).contains("waiting", "settled");
  }

  @Test
  void aBodyIsAFileToBeSavedAndNeverAPage() {
    String script = "<html><script>alert(1)</script>\u00e9";
    StagedItem item =
        house
            .engine
            .portal()
            .stage(new Exhibit(Kind.FILE, "a.html", script), Provenance.UNKNOWN, null);

    Answer body = api.get(STAGED + "/" + item.id() + "/body");

    assertThat(body.body()).isEqualTo(script);
    assertThat(body.header("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(body.header("Content-Disposition"))
        .contains("attachment; filename=\"staged-%s.txt\"".formatted(item.id()));
    assertThat(body.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(body.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
  }

  @Test
  void whereItComesFromIsShown() {
    Provenance from = new Provenance(null, null, new SourceFile("docs/plan.md", "0".repeat(64)));
    Exhibit plan = new Exhibit(Kind.MARKDOWN, "The plan", "# Plan");
    StagedItem item = house.engine.portal().stage(plan, from, new TimeSpan(Duration.ofHours(1)));

    Answer shown = api.get(path(item));

    assertThat(shown.body())
        .contains("\"sourcePath\":\"docs/plan.md\",\"sourceHash\":\"" + "0".repeat(64) + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approve|{\"comment\":\"good\"}|approved|good",
        "approve|{}|approved|''",
        "reject|{\"comment\":\"too long\"}|rejected|too long",
        "dismiss||dismissed|''"
      })
  void anItemIsSettled(String act, @Nullable String body, String state, String comment) {
    StagedItem item = stored("The plan", CHIEF);
    house.pass(Duration.ofMinutes(1));

    Answer settled = api.call("POST", path(item) + "/" + act, body, api.ifMatch(path(item)));

    assertThat(settled.status()).isEqualTo(200);
    assertThat(settled.body())
        .contains("\"state\":\"%s\"".formatted(state))
        .contains("\"resolvedAt\":\"2026-01-05T12:01:00Z\",\"comment\":\"%s\"".formatted(comment));
    assertThat(api.get(path(item)).body()).isEqualTo(settled.body());
  }

  @Test
  void aVerdictNamesTheVersionItIsOf() {
    StagedItem item = stored("The plan", CHIEF);
    String seen = api.ifMatch(path(item));

    Answer without = api.call("POST", path(item) + "/dismiss", null);
    Answer other = api.call("POST", path(item) + "/dismiss", null, "If-Match: \"another\"");
    Answer settled = api.call("POST", path(item) + "/dismiss", null, seen);
    Answer late = api.call("POST", path(item) + "/approve", "{}", seen);

    assertThat(Stream.of(without, other, settled, late).map(Answer::status))
        .containsExactly(428, 412, 200, 412);
    assertThat(api.get(path(item)).body()).contains("\"state\":\"dismissed\"");
  }

  @Test
  void theFirstVerdictStands() {
    StagedItem item = stored("The plan", CHIEF);
    house.engine.portal().resolve(item.id(), Verdict.REJECTED, "no");

    Answer same =
        api.call(
            "POST", path(item) + "/reject", "{\"comment\":\"never\"}", api.ifMatch(path(item)));
    Answer other = api.call("POST", path(item) + "/approve", "{}", api.ifMatch(path(item)));

    assertThat(same.body()).contains("\"comment\":\"no\"");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("ENG-1003", "is rejected already");
  }

  @Test
  void aVerdictWithAKeyIsGivenOnce() {
    StagedItem item = stored("The plan", CHIEF);
    String seen = api.ifMatch(path(item));

    Answer first =
        api.call("POST", path(item) + "/dismiss", null, seen, "Idempotency-Key: verdict");
    Answer again =
        api.call("POST", path(item) + "/dismiss", null, seen, "Idempotency-Key: verdict");

    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"a\"}",
        "{\"title\":\"\",\"body\":\"a\"}",
        "{\"title\":\"a\\nb\",\"body\":\"a\"}",
        "{\"kind\":\"link\",\"title\":\"a\",\"body\":\"javascript:alert(1)\"}",
        "{\"kind\":\"json\",\"title\":\"a\",\"body\":\"{\"}",
        "{\"kind\":\"html\",\"title\":\"a\",\"body\":\"a\"}",
        "{\"title\":\"a\",\"body\":\"a\",\"expiresIn\":\"soon\"}",
        "{\"title\":\"a\",\"body\":\"a\",\"sourcePath\":\"/etc/passwd\"}"
      })
  void whatCannotBeStagedIsRefused(String body) {
    Answer answer = api.call("POST", STAGED, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ENG-1001");
    assertThat(house.engine.portal().list(StagedFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  void textsHaveTheirLengths() {
    Answer longest = stage("a".repeat(200), "a".repeat(1_000_000));
    Answer longerTitle = stage("a".repeat(201), "");
    Answer longerBody = stage("a", "a".repeat(1_000_001));
    String comment = "{\"comment\":\"%s\"}".formatted("a".repeat(10_001));
    StagedItem item = stored("The plan", null);
    Answer longerComment =
        api.call("POST", path(item) + "/reject", comment, api.ifMatch(path(item)));

    assertThat(Stream.of(longest, longerTitle, longerBody, longerComment).map(Answer::status))
        .containsExactly(201, 400, 400, 400);
  }

  @ParameterizedTest
  @CsvSource({"progress=any", "conversation=A", "after=bm90aGluZw"})
  void aFilterThatIsNoneIsRefused(String query) {
    Answer answer = api.get(STAGED + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/body"})
  void anItemThatIsNotThereIsNotFound(String part) {
    Answer shown = api.get(STAGED + "/0000beef" + part);

    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body()).contains("no staged item 0000beef");
  }

  private StagedItem stored(String title, @Nullable ConversationId conversation) {
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, title, "# Plan");
    return house.engine.portal().stage(exhibit, new Provenance(conversation, null, null), null);
  }

  private Answer stage(String title, String body) {
    return api.call("POST", STAGED, "{\"title\":\"%s\",\"body\":\"%s\"}".formatted(title, body));
  }

  private static String path(StagedItem item) {
    return STAGED + "/" + item.id();
  }
}
