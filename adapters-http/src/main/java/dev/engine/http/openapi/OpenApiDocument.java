package dev.engine.http.openapi;

import dev.engine.http.api.Content;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Operation.Alternative;
import dev.engine.http.api.Parameter;
import dev.engine.http.api.Work;
import dev.engine.http.guard.Guard;
import dev.engine.http.json.Components;
import dev.engine.http.json.Json;
import dev.engine.http.json.WrittenShape;
import dev.engine.http.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API says of itself, after OpenAPI 3.1. */
public final class OpenApiDocument {

  private static final int FIRST_FAILURE = 400;

  private static final String VERSION = "3.1.1";

  private final Components components = new Components();
  private final ObjectNode paths = Json.object();

  private OpenApiDocument() {}

  /**
   * The document of {@code operations}, as JSON.
   *
   * @throws IllegalStateException if two operations share a path and method, or two schemas a name
   */
  public static String of(Collection<Operation> operations) {
    OpenApiDocument document = new OpenApiDocument();
    operations.forEach(document::add);
    return Json.write(document.whole());
  }

  private void add(Operation operation) {
    ObjectNode path = paths.withObjectProperty(operation.path());
    String method = operation.method().name().toLowerCase(Locale.ROOT);
    if (path.has(method)) {
      throw new IllegalStateException(operation + " is there twice");
    }
    path.set(method, described(operation));
  }

  private ObjectNode described(Operation operation) {
    ObjectNode json =
        Json.object().put("operationId", operation.id()).put("summary", operation.summary());
    if (!operation.parameters().isEmpty()) {
      ArrayNode parameters = json.putArray("parameters");
      for (Parameter<?> parameter : operation.parameters()) {
        parameters.add(parameter.described(components));
      }
    }
    Content takes = operation.work().takes();
    if (takes != null) {
      ObjectNode body = json.putObject("requestBody").put("required", true);
      body.set("content", content(takes.mediaTypes(), takes.shape()));
    }
    json.set("responses", responses(operation));
    if (Guard.isOpen(operation.path())) {
      json.putArray("security");
    }
    return json;
  }

  private ObjectNode responses(Operation operation) {
    Work work = operation.work();
    ObjectNode good = Json.object().put("description", "Done.");
    WrittenShape<?> gives = work.gives();
    if (gives != null) {
      good.set("content", content(List.of(work.mediaType()), gives));
    } else if (work instanceof Work.Writes) {
      good.putObject("content").putObject(plain(work.mediaType()));
    }
    if (work.stream() != null) {
      good.withObjectProperty("content").putObject(work.stream().mediaType());
    }
    ObjectNode bad = Json.object().put("description", "Refused or failed.");
    bad.set("content", content(List.of(Problem.MEDIA_TYPE), Problem.SHAPE));
    ObjectNode responses = Json.object();
    responses.set(Integer.toString(work.status()), good);
    for (Alternative other : operation.alternatives()) {
      ObjectNode json = responses.putObject(Integer.toString(other.status()));
      json.put("description", other.description());
      if (other.mediaType() != null) {
        json.putObject("content").putObject(plain(other.mediaType()));
      }
      if (other.status() >= FIRST_FAILURE) { // what the guard refuses has one form everywhere
        json.withObjectProperty("content")
            .putObject(Problem.MEDIA_TYPE)
            .set("schema", Problem.SHAPE.schema(components));
      }
    }
    responses.set("default", bad);
    return responses;
  }

  /** Without its parameters, whose order and spaces say nothing. */
  private static String plain(String mediaType) {
    return mediaType.split(";", -1)[0];
  }

  private ObjectNode content(List<String> mediaTypes, WrittenShape<?> shape) {
    ObjectNode content = Json.object();
    for (String mediaType : mediaTypes) {
      content.putObject(mediaType).set("schema", shape.schema(components));
    }
    return content;
  }

  private ObjectNode whole() {
    ObjectNode json = Json.object().put("openapi", VERSION);
    json.putObject("info")
        .put("title", "Engine")
        .put("version", "v1")
        .put(
            "description",
            "The state of a fleet of Claude Code sessions. Times are ISO-8601 in UTC; what is not"
                + " known is absent, never null.");
    json.set("paths", paths);
    ObjectNode parts = json.putObject("components");
    ObjectNode schemas = parts.putObject("schemas");
    components.schemas().forEach(schemas::set);
    ObjectNode ways = parts.putObject("securitySchemes");
    ways.putObject("token").put("type", "http").put("scheme", "bearer");
    json.putArray("security").addObject().putArray("token");
    return json;
  }
}
