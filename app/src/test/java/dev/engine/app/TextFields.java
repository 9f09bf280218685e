package dev.engine.app;

import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where somebody's text comes in: in requests that change something, as the OpenAPI document of a
 * running engine describes them, and in what hooks bring.
 */
final class TextFields {

  private static final JsonMapper JSON = new JsonMapper();

  /** A good value of each shape that the document describes. */
  private static final List<String> SAMPLES =
      List.of("0000beef", "a", "1h", "22:00-07:00", "001", "2030-01-05T12:00:00Z");

  /** Good values of texts of which the document tells only how long they may be. */
  private static final Map<String, String> BY_NAME =
      Map.of("schedule", "@daily", "timezone", "UTC");

  private final JsonNode document;
  private final List<TextField> all = new ArrayList<>();

  private TextFields(JsonNode document) {
    this.document = document;
  }

  /**
   * One of them.
   *
   * @param name such as {@code AddContactRequest.name} or {@code tagContact tag}
   * @param request how it is sent; null if it is a header, or no field of a JSON body
   */
  record TextField(String name, JsonNode schema, @Nullable Request request) {

    /** How many characters it may have, as far as the document says. */
    int most() {
      return schema.path("maxLength").asInt(Integer.MAX_VALUE);
    }
  }

  /** Where a request says something. */
  enum Way {
    ADDRESS,
    PROPERTY,
    LIST
  }

  /**
   * A request that says something by one of its parts.
   *
   * @param path as the document has it, with what its query says
   * @param others what else its body must have; null if it takes none
   * @param part the name in the path or the query, or the property of the body
   */
  record Request(String method, String path, @Nullable ObjectNode others, String part, Way way) {

    /** Its path with {@code id} wherever it names something, unless that is what says it. */
    String path(String id, String text) {
      String spoken = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
      return (way == Way.ADDRESS ? path.replace("{" + part + "}", spoken) : path)
          .replaceAll("\\{[a-z]+}", id)
          .replaceFirst("^/api/v1/", "");
    }

    Object body(String text) {
      if (others == null) {
        return SeededFleet.NOTHING;
      }
      ObjectNode body = others.deepCopy();
      switch (way) {
        case ADDRESS -> {}
        case PROPERTY -> body.put(part, text);
        case LIST -> body.putArray(part).add(text);
      }
      return body;
    }
  }

  /** Those of a document, then those of hooks. */
  static List<TextField> of(JsonNode document) {
    TextFields fields = new TextFields(document);
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> !method.getKey().equals("get"))
                    .forEach(
                        method -> fields.add(method.getKey(), path.getKey(), method.getValue())));
    ofHooks().forEach(name -> fields.add(name, JSON.createObjectNode(), null));
    return List.copyOf(fields.all);
  }

  /** What of a payload and of an environment is read, by the names that the code has for it. */
  private static List<String> ofHooks() {
    try {
      Field payload = Class.forName("dev.engine.hooks.HookPayload").getDeclaredField("FIELDS");
      payload.setAccessible(true);
      Object[] environment = Class.forName("dev.engine.hooks.HookHeader").getEnumConstants();
      return Stream.concat(
              ((Set<?>) payload.get(null)).stream().sorted().map(name -> "hook " + name),
              Arrays.stream(environment).map(name -> "hook header " + name))
          .toList();
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException("hooks read their input in another way now", renamed);
    }
  }

  private void add(String method, String path, JsonNode operation) {
    String id = operation.path("operationId").asString();
    JsonNode content = operation.path("requestBody").path("content");
    JsonNode object = resolved(content.path("application/json").path("schema"));
    @Nullable ObjectNode others = object.has("properties") ? others(object, "") : null;
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString();
      String place = parameter.path("in").asString();
      if (place.equals("header")) {
        add("header " + name, parameter.path("schema"), null);
      } else {
        String address = place.equals("query") ? "%s?%s={%s}".formatted(path, name, name) : path;
        Request request = new Request(verb(method), address, others, name, Way.ADDRESS);
        add(id + " " + name, parameter.path("schema"), request);
      }
    }
    content
        .properties()
        .forEach(body -> addBody(method, path, id + " " + body.getKey(), body.getValue()));
  }

  private static String verb(String method) {
    return method.toUpperCase(Locale.ROOT);
  }

  private void addBody(String method, String path, String name, JsonNode content) {
    JsonNode schema = content.path("schema");
    JsonNode object = resolved(schema);
    if (!object.has("properties")) {
      add(name, object, null); // a text as it is, or any JSON
      return;
    }
    String type = schema.path("$ref").asString().replaceFirst(".*/", "");
    object
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = resolved(property.getValue());
              boolean isMany = value.path("type").asString().equals("array");
              String part = property.getKey();
              ObjectNode others = others(object, part);
              Way way = isMany ? Way.LIST : Way.PROPERTY;
              Request request = new Request(verb(method), path, others, part, way);
              add(type + "." + part, isMany ? resolved(value.path("items")) : value, request);
            });
  }

  /** Adds it if it takes a text at all, and once. */
  private void add(String name, JsonNode schema, @Nullable Request request) {
    boolean isText = schema.path("type").asString("string").equals("string");
    if (isText && all.stream().noneMatch(field -> field.name().equals(name))) {
      all.add(new TextField(name, schema, request));
    }
  }

  /** Good values of what else a body must have. */
  private ObjectNode others(JsonNode object, String part) {
    ObjectNode body = JSON.createObjectNode();
    object
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(name -> !name.equals(part))
        .forEach(name -> body.set(name, sample(name, object.path("properties").path(name))));
    return body;
  }

  private JsonNode sample(String name, JsonNode described) {
    JsonNode schema = resolved(described);
    return switch (schema.path("type").asString()) {
      case "string" -> JSON.valueToTree(BY_NAME.getOrDefault(name, text(schema)));
      case "boolean" -> JSON.valueToTree(true);
      case "array" -> JSON.createArrayNode().add(sample(name, schema.path("items")));
      default -> JSON.valueToTree(1);
    };
  }

  private static String text(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0).asString();
    }
    if (schema.has("format")) {
      return SAMPLES.getLast();
    }
    Pattern pattern = Pattern.compile(schema.path("pattern").asString("^a$"));
    return SAMPLES.stream().filter(each -> pattern.matcher(each).find()).findFirst().orElseThrow();
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
