package dev.engine.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.engine.http.Client.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as a client reads it, and whether answers are what it says. */
final class Contract {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String OPEN_API = "/api/v1/openapi.json";

  private final JsonNode document;

  Contract(JsonNode document) {
    this.document = document;
  }

  /** The one that is served. */
  static Contract of(Client client) {
    return new Contract(MAPPER.readTree(client.send("GET", OPEN_API).body()));
  }

  JsonNode document() {
    return document;
  }

  /** Every operation, such as {@code GET /api/v1/pings/{id}}, in order. */
  SortedSet<String> operations() {
    TreeSet<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    return operations;
  }

  /** What {@code answer} has that the document does not say of {@code method path}, or lacks. */
  List<String> differences(String method, String path, Answer answer) {
    JsonNode responses = operation(method, path).get("responses");
    JsonNode response =
        Optional.ofNullable(responses.get(Integer.toString(answer.status())))
            .or(
                () ->
                    Optional.ofNullable(responses.get("default"))
                        .filter(any -> answer.status() >= 400))
            .orElse(null);
    if (response == null) {
      return List.of("the status %d is not described".formatted(answer.status()));
    }
    JsonNode content = response.get("content");
    if (content == null) {
      return answer.body().isEmpty() ? List.of() : List.of("a body is not described");
    }
    String type = answer.header("Content-Type").orElse("none");
    JsonNode described =
        content.properties().stream()
            .filter(entry -> sameType(entry.getKey(), type))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (described == null) {
      return List.of("the media type %s is not described".formatted(type));
    }
    return described.has("schema") ? errors(described.get("schema"), answer.body()) : List.of();
  }

  /** A blank before a parameter means nothing. */
  private static boolean sameType(String described, String type) {
    return plain(described).equalsIgnoreCase(plain(type));
  }

  private static String plain(String mediaType) {
    return mediaType.split(";", -1)[0];
  }

  JsonNode operation(String method, String path) {
    return document.get("paths").properties().stream()
        .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
        .map(entry -> entry.getValue().get(method.toLowerCase(Locale.ROOT)))
        .filter(Predicate.not(Objects::isNull))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no %s %s".formatted(method, path)));
  }

  private List<String> errors(JsonNode schema, String body) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.set("components", document.get("components"));
    schema.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
    return validator
        .validate(
            body,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
