package dev.engine.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"session.started", "session.tool_active", "a.b", "a.b.c", "x1.y2"})
  void aKindIsDotted(String kind) {
    assertThat(new EventKind(kind).value()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "session", ".a", "a.", "a..b", "A.b", "a b.c", "a-b.c", "ä.b"})
  void anythingElseIsNoKind(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new EventKind(text));
  }

  @Test
  void aKindHasAtMost64Characters() {
    assertThat(new EventKind("a." + "b".repeat(62)).value()).hasSize(64);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new EventKind("a." + "b".repeat(63)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "session*", "A", "a b"})
  void aPrefixHasTheCharactersOfAKind(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new KindPrefix(text));
  }

  @Test
  void factsAreOneObjectInTheOrderTold() {
    Facts facts =
        Facts.NONE
            .with("reason", "clear")
            .with("count", -3)
            .with("fields", List.of("name", "tags"))
            .with("none", List.of())
            .withKnown("known", 1.5)
            .withKnown("unknown", null);

    assertThat(facts.json())
        .isEqualTo(
            "{\"reason\":\"clear\",\"count\":-3,\"fields\":[\"name\",\"tags\"],\"none\":[],"
                + "\"known\":\"1.5\"}");
  }

  @Test
  void anyTextSurvives() {
    StringBuilder all = new StringBuilder("\ud83d\ude00 \u2028 äß");
    for (char c = 0; c < 0x100; c++) {
      all.append(c);
    }

    Facts facts = Facts.NONE.with("text", all);

    assertThat(facts.json())
        .contains("\\u0000", "\\u001b", "\\\"", "\\\\", "\ud83d\ude00", "\u2028", "äß");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "null"})
  void whatIsNoObjectIsRefused(String json) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Facts(json));
  }

  @Test
  void aPositionCountsFromOne() {
    Happening happening =
        new Happening(JournalContract.NOON, new EventKind("a.b"), null, null, null, Facts.NONE);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Event(0, Actor.ENGINE, happening));
  }

  @Test
  void factsAreFoundByTheirNames() {
    Facts facts =
        Facts.NONE
            .with("quoted", "a \"b\" \\ c,d}\ne\u0001")
            .with("texts", List.of("x", "quoted\":1"))
            .with("count", 42)
            .with("empty", "");

    assertThat(facts.find("quoted")).contains("a \"b\" \\ c,d}\ne\u0001");
    assertThat(facts.find("texts")).contains("[\"x\",\"quoted\\\":1\"]");
    assertThat(facts.find("count")).contains("42");
    assertThat(facts.find("empty")).contains("");
    assertThat(facts.find("x")).isEmpty();
    assertThat(Facts.NONE.find("x")).isEmpty();
  }

  @Test
  void factsOfAnotherShapeAreNotFound() {
    assertThat(new Facts("{ \"a\" : 1 }").find("a")).isEmpty();
    assertThat(new Facts("{\"a\":\"\\u00}").find("a")).isPresent();
  }

  @Test
  void factsInsideOfFactsAreOneValue() {
    Facts facts = new Facts("{\"a\":{\"b\":[1,{\"c\":\"}\"}],\"d\":2},\"e\":3}");

    assertThat(facts.find("a")).contains("{\"b\":[1,{\"c\":\"}\"}],\"d\":2}");
    assertThat(facts.find("e")).contains("3");
    assertThat(facts.find("b")).isEmpty();
  }

  @Test
  void factsThatBreakOffEndWhereTheyDo() {
    assertThat(new Facts("{\"a\"}").find("a")).contains("");
    assertThat(new Facts("{\"a\":[1}").find("a")).contains("[1}");
    assertThat(new Facts("{\"a\":\"\\}").find("a")).contains("}");
    assertThat(new Facts("{\"a\":1,}").find("b")).isEmpty();
  }

  @Test
  void anEventIsOfTheKindOfWhatHappened() {
    EventKind kind = new EventKind("a.b");
    Happening happening = new Happening(JournalContract.NOON, kind, null, null, null, Facts.NONE);

    assertThat(new Event(1, Actor.ENGINE, happening).kind()).isEqualTo(kind);
  }

  @Test
  void aSubjectIsShownByItsKindAndItsId() {
    assertThat(new Subject(Subject.Kind.STAGED_ITEM, "0000000a"))
        .hasToString("staged_item 0000000a");
    assertThat(Facts.NONE.with("a", 1)).hasToString("{\"a\":1}");
  }

  @Test
  void aFilterLetsThroughWhatIsAboutAllThatItNames() {
    ConversationId chief = new ConversationId("chief-2026-01-05");
    SessionId session = new SessionId("0000000a");
    Subject worker = new Subject(Subject.Kind.WORKER, "0000000b");
    Happening all =
        new Happening(
            JournalContract.NOON, new EventKind("a.b"), chief, session, worker, Facts.NONE);
    Happening none =
        new Happening(JournalContract.NOON, new EventKind("b.a"), null, null, null, Facts.NONE);

    assertThat(EventFilter.ALL.lets(none)).isTrue();
    assertThat(
            List.of(
                EventFilter.of(chief),
                EventFilter.of(session),
                EventFilter.of(worker),
                new EventFilter(null, null, null, new KindPrefix("a."))))
        .allSatisfy(
            filter -> {
              assertThat(filter.lets(all)).isTrue();
              assertThat(filter.lets(none)).isFalse();
            });
  }
}
