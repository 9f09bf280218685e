package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each operation of the document, so also each that is yet to come, under the same bad input. The
 * answer is a status below 500 with a code and a sentence, and it comes.
 */
final class BadInputEverywhereTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** A well-formed id, and a well-formed position, that nothing has. */
  private static final String UNKNOWN = "40404040";

  private static final String ANY_VERSION = "If-Match: *";

  /** Values of each type of JSON. */
  private static final List<String> VALUES =
      List.of("1", "1.5", "true", "null", "\"\\u0000\"", "\"\"", "[]", "[1]", "{}", "[[]]");

  private final House house = House.open();
  private final Client client = house.client();
  private final Contract contract = Contract.of(client);
  private final List<String> wrong = new ArrayList<>();
  private int sent;

  /** One of the document. */
  private record Operation(String method, String path, JsonNode described) {

    boolean isApi() {
      return path.startsWith("/api/");
    }

    boolean has(String parameter) {
      return described
          .path("parameters")
          .valueStream()
          .anyMatch(each -> each.get("name").asString().equals(parameter));
    }

    /** The media type of its body; none if it takes none. */
    @Nullable String takes() {
      return described.path("requestBody").path("content").propertyNames().stream()
          .findFirst()
          .orElse(null);
    }

    boolean takesJson() {
      return isApi() && "application/json".equals(takes());
    }

    String at(String id) {
      return path.replaceAll("\\{[a-z]+}", id);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void storeOneOfEach() {
    SessionExamples.stored(house.storage.sessions(), "a");
    MissionExamples.stored(house.storage.scheduledMissions(), "nightly");
    post("/priorities", "{\"content\":\"a\"}");
    post("/contacts", "{\"name\":\"Ada\"}");
    post("/staged-content", "{\"title\":\"a\",\"body\":\"a\"}");
  }

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    each(
        Operation::takesJson,
        operation -> {
          for (String body : List.of("", "{", "{\"a\":1,}", "\ufeff{}", "\u0000", "{}{}", "nul")) {
            expect(operation, existing(operation), body, 400, ANY_VERSION);
          }
        });
  }

  @Test
  void aThousandDeepIsRefused() {
    String arrays = "[".repeat(1_000) + "]".repeat(1_000);
    String objects = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
    each(
        Operation::takesJson,
        operation -> {
          expect(operation, existing(operation), arrays, 400, ANY_VERSION);
          expect(operation, existing(operation), objects, 400, ANY_VERSION);
        });
  }

  @Test
  void tenMebibytesAreTooLarge() {
    String body = "{\"a\":\"%s\"}".formatted("a".repeat(10 << 20));
    each(
        operation -> operation.isApi() && operation.takes() != null,
        operation -> expect(operation, operation.at(UNKNOWN), body, 413));
  }

  @Test
  void anUnknownFieldIsRefused() {
    each(
        Operation::takesJson,
        operation ->
            expect(operation, existing(operation), "{\"colour\":\"red\"}", 400, ANY_VERSION));
  }

  /** No field takes each of these values; a text of no characters may be right, and an answer. */
  @Test
  void aFieldOfAnotherTypeIsRefused() {
    each(
        Operation::takesJson,
        operation -> {
          for (Map.Entry<String, JsonNode> field : fields(operation)) {
            for (String value : values(field.getValue())) {
              String body = "{\"%s\":%s}".formatted(field.getKey(), value);
              expect(operation, existing(operation), body, 400, ANY_VERSION);
            }
          }
        });
  }

  @Test
  void aBodyWhereNoneIsTakenIsRefused() {
    each(
        operation ->
            operation.isApi() && operation.takes() == null && isJson(operation.described()),
        operation -> expect(operation, existing(operation), "{}", 400, ANY_VERSION));
  }

  @Test
  void aQueryThatIsNotDescribedIsRefused() {
    each(
        operation -> operation.isApi() && operation.takes() == null,
        operation -> expect(operation, operation.at(UNKNOWN) + "?colour=red", null, 400));
  }

  @Test
  void aCursorThatNoPageGaveIsRefused() {
    List<String> cursors = List.of("", "!", "AAAA", "a".repeat(4_001), "%00", "WyJhIl0", "bnVsbA");
    each(
        operation -> operation.has("after"),
        operation -> {
          for (String cursor : cursors) {
            expect(operation, existing(operation) + "?after=" + cursor, null, 400);
          }
        });
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    each(
        operation -> operation.has("limit"),
        operation -> {
          for (String limit : List.of("0", "-1", "501", "x", "1e1", "")) {
            expect(operation, existing(operation) + "?limit=" + limit, null, 400);
          }
        });
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    each(
        operation -> operation.has("If-Match"),
        operation -> {
          String path = existing(operation);
          String body = operation.takes() == null ? null : "{}";
          expect(operation, path, body, 428);
          for (String tag : List.of("\"another\"", "another", "W/\"another\"", "", ",")) {
            expect(operation, path, body, 412, "If-Match: " + tag);
          }
        });
  }

  /** A conversation may be told things before any session has joined it. */
  @Test
  void whatDoesNotExistIsNotFound() {
    each(
        operation ->
            operation.isApi()
                && operation.path().contains("{")
                && operation.takes() == null
                && !operation.path().contains("{file}")
                && !operation.path().matches(".*/conversations/.*/(notifications|timeline)"),
        operation -> expect(operation, operation.at(UNKNOWN), null, 404, ANY_VERSION));
  }

  @Test
  void anIdThatIsNoneIsNeverAnError() {
    List<String> ids =
        List.of("%00", "..", "%2e%2e%2fa", "a%0d%0ab", "'", "%ff", "a".repeat(300), "%F0%9F%90%99");
    each(
        operation -> operation.path().contains("{"),
        operation -> {
          for (String id : ids) {
            check(operation, operation.at(id), null, status -> true);
            check(operation, operation.at(id), "{}", status -> true, ANY_VERSION);
          }
        });
  }

  /** Runs all that {@code which} lets through, some at least. */
  private void each(Predicate<Operation> which, Consumer<Operation> test) {
    operations().filter(which).forEach(test);
    assertThat(sent).isPositive();
    assertThat(wrong).isEmpty();
  }

  private Stream<Operation> operations() {
    return contract.operations().stream()
        .map(operation -> operation.split(" ", 2))
        .map(parts -> new Operation(parts[0], parts[1], contract.operation(parts[0], parts[1])));
  }

  private void expect(
      Operation operation, String path, @Nullable String body, int status, String... headers) {
    check(operation, path, body, given -> given == status, headers);
  }

  private void check(
      Operation operation,
      String path,
      @Nullable String body,
      Predicate<Integer> status,
      String... headers) {
    Answer answer = answer(operation, path, body, headers);
    sent++;
    boolean isSaid = answer.status() < 400 || isProblem(operation, answer);
    if (answer.status() >= 500 || !isSaid || !status.test(answer.status())) {
      String start = body == null || body.length() < 80 ? body : body.substring(0, 80);
      wrong.add("%s at %s with %s: %s".formatted(operation, path, start, answer));
    }
  }

  private Answer answer(
      Operation operation, String path, @Nullable String body, String... headers) {
    String takes = operation.takes();
    if (body == null || takes == null || takes.equals("application/json")) {
      return client.send(operation.method(), path, body, headers);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return client.raw(
        """
        %s %s HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                operation.method(), path, client.authority(), House.TOKEN, takes, bytes.length),
        bytes);
  }

  private static boolean isProblem(Operation operation, Answer answer) {
    if (operation.method().equals("HEAD")) {
      return true;
    }
    JsonNode problem = MAPPER.readTree(answer.body());
    return problem.path("code").asString("").matches("ENG-[0-9]{4}")
        && problem.path("detail").asString("").contains(" ");
  }

  /** Where the operation has something to work on, if this class has stored any. */
  private String existing(Operation operation) {
    String path = operation.path();
    int id = path.indexOf("/{");
    if (id < 0) {
      return path;
    }
    JsonNode items =
        MAPPER.readTree(client.send("GET", path.substring(0, id)).body()).path("items");
    JsonNode first = items.path(0).path("id");
    return operation.at(first.isMissingNode() ? UNKNOWN : first.asString());
  }

  /** Those of the operation's body. */
  private Set<Map.Entry<String, JsonNode>> fields(Operation operation) {
    return resolved(
            operation
                .described()
                .get("requestBody")
                .get("content")
                .get("application/json")
                .get("schema"))
        .path("properties")
        .properties();
  }

  /** Those that {@code schema} does not allow. */
  private List<String> values(JsonNode schema) {
    String type = resolved(schema).path("type").asString("any");
    return VALUES.stream().filter(value -> !isOfType(MAPPER.readTree(value), type)).toList();
  }

  private static boolean isOfType(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "integer", "number" -> value.isNumber();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true; // anything goes there
    };
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : contract.document().at(reference.substring(1));
  }

  private static boolean isJson(JsonNode described) {
    return described
        .path("responses")
        .valueStream()
        .anyMatch(
            response ->
                response.path("content").has("application/json")
                    && !response.path("content").path("application/json").isEmpty());
  }

  private void post(String path, String json) {
    assertThat(client.send("POST", "/api/v1" + path, json).status()).isEqualTo(201);
  }
}
