package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.http.Client.Answer;
import dev.engine.http.api.Operation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operations have in common, on one that keeps a note. */
final class ExecutionTest {

  private static final String KEY = "Idempotency-Key: note-1";

  record NoteJson(String text) {}

  record NoteRequest(String text) {}

  private final AtomicReference<String> note = new AtomicReference<>("first");
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final House house =
      House.of(
          Operation.get("/note", "showNote", "The note.")
              .tagged()
              .answers(NoteJson.class, call -> current()),
          Operation.put("/note", "changeNote", "Changes the note.")
              .ifMatches(NoteJson.class, call -> current())
              .takes(NoteRequest.class)
              .answers(NoteJson.class, (call, request) -> change(request.text())),
          Operation.delete("/note", "clearNote", "Clears the note.")
              .answersNothing(call -> note.set("")),
          Operation.post("/notes", "addNote", "Adds a note.")
              .takes(NoteRequest.class)
              .creates(
                  NoteJson.class,
                  made -> "/notes/" + made.text(),
                  (call, request) -> add(request.text())));
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void aRequestWithAKeyIsCarriedOutOnce() {
    Answer first = client.send("POST", "/notes", "{\"text\":\"a\"}", KEY);
    Answer second = client.send("POST", "/notes", "{\"text\":\"a\"}", KEY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second).isEqualTo(first);
    assertThat(second.header("Location")).contains("/notes/a");
    assertThat(written).containsExactly("a");
  }

  @Test
  void aRequestWithoutAKeyIsCarriedOutEachTime() {
    client.send("POST", "/notes", "{\"text\":\"a\"}");
    client.send("POST", "/notes", "{\"text\":\"a\"}");

    assertThat(written).containsExactly("a", "a");
  }

  @Test
  void aKeyOfAnotherRequestIsRefused() {
    client.send("POST", "/notes", "{\"text\":\"a\"}", KEY);

    Answer other = client.send("POST", "/notes", "{\"text\":\"b\"}", KEY);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("ENG-1111");
    assertThat(written).containsExactly("a");
  }

  @Test
  void aRequestThatFailedMayBeSentAgainWithItsKey() {
    Answer failed = client.send("POST", "/notes", "{\"text\":\"taken\"}", KEY);
    written.clear();

    Answer again = client.send("POST", "/notes", "{\"text\":\"taken\"}", KEY);

    assertThat(Stream.of(failed, again).map(Answer::status)).containsExactly(409, 409);
    assertThat(written).containsExactly("taken");
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    Answer answer = client.send("POST", "/notes", "{\"text\":\"a\"}", "Idempotency-Key: two words");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(written).isEmpty();
  }

  @Test
  void aChangeOfWhatWasReadIsMade() {
    Answer changed = change("{\"text\":\"second\"}", tag());

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).contains(tag());
    assertThat(note).hasValue("second");
  }

  @Test
  void aChangeOfWhatWasChangedMeanwhileIsRefused() {
    String read = tag();
    note.set("meanwhile");

    Answer changed = change("{\"text\":\"second\"}", read);

    assertThat(changed.status()).isEqualTo(412);
    assertThat(changed.body()).contains("ENG-1106");
    assertThat(note).hasValue("meanwhile");
  }

  @Test
  void aChangeMustSayOfWhat() {
    Answer changed = client.send("PUT", "/note", "{\"text\":\"second\"}");

    assertThat(changed.status()).isEqualTo(428);
    assertThat(changed.body()).contains("ENG-1112");
    assertThat(note).hasValue("first");
  }

  @Test
  void aStarOrAnyOfSeveralTagsMatches() {
    Answer several = change("{\"text\":\"second\"}", "\"other\", " + tag());
    Answer star = change("{\"text\":\"third\"}", "*");

    assertThat(Stream.of(several, star).map(Answer::status)).containsExactly(200, 200);
    assertThat(note).hasValue("third");
  }

  @Test
  void aWeakTagDoesNotMatch() {
    Answer changed = change("{\"text\":\"second\"}", "W/" + tag());

    assertThat(changed.status()).isEqualTo(412);
  }

  @Test
  void whatIsKnownAlreadyIsNotSentAgain() {
    Answer known = client.send("GET", "/note", null, "If-None-Match: " + tag());
    note.set("second");
    Answer changed = client.send("GET", "/note", null, "If-None-Match: \"other\"");

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(changed.body()).isEqualTo("{\"text\":\"second\"}");
  }

  @Test
  void anAnswerOfNothingIsEmpty() {
    Answer cleared = client.send("DELETE", "/note");

    assertThat(cleared.status()).isEqualTo(204);
    assertThat(cleared.header("Content-Type")).isEmpty();
    assertThat(note).hasValue("");
  }

  private NoteJson current() {
    return new NoteJson(note.get());
  }

  private NoteJson change(String text) {
    note.set(text);
    return current();
  }

  private NoteJson add(String text) {
    written.add(text);
    if (text.equals("taken")) {
      throw new Conflict("there is such a note");
    }
    return new NoteJson(text);
  }

  private String tag() {
    return client.send("GET", "/note").header("ETag").orElseThrow();
  }

  private Answer change(String json, String tag) {
    return client.send("PUT", "/note", json, "If-Match: " + tag);
  }
}
