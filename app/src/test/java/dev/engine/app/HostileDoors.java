package dev.engine.app;

import dev.engine.app.TextFields.Request;
import dev.engine.app.TextFields.TextField;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Tries the fields by which nobody says a hostile text: each has to refuse them all. */
final class HostileDoors {

  private static final JsonMapper JSON = new JsonMapper();

  /** Fields that say nothing that is kept, and why. */
  private static final Map<String, String> NOT_SAID =
      Map.of(
          "header Idempotency-Key", "a name for a request, which no answer has",
          "header If-Match", "compared with a version, and not kept",
          "hearHook application/json", "what hooks bring is here by each of its fields",
          "awaitNotice application/json", "the payload of a hook, of which it takes the session",
          "hearMessage application/json", "tools write by the services that the operations use");

  private final SeededFleet fleet;

  HostileDoors(SeededFleet fleet) {
    this.fleet = fleet;
  }

  /** Those of {@code fields} that take a text although none was {@code said} by them. */
  List<String> leftOut(List<TextField> fields, Set<String> said) {
    return fields.stream()
        .filter(field -> !said.contains(field.name()) && !NOT_SAID.containsKey(field.name()))
        .flatMap(field -> taken(field).stream())
        .toList();
  }

  /** What a field does with texts but refuse them, and for what they are. */
  private List<String> taken(TextField field) {
    Request request = field.request();
    if (request == null) {
      return List.of(field.name() + " is said by nobody");
    }
    String id = someId(request.path());
    List<String> taken = new ArrayList<>();
    for (String text : HostilePage.markup()) {
      HttpResponse<String> answer =
          fleet.answer(
              request.method(), request.path(id, text), request.body(text), "If-Match", "*");
      if (answer.statusCode() / 100 != 4 || !isNamed(request, text, answer.body())) {
        taken.add("%s: %d %s".formatted(field.name(), answer.statusCode(), answer.body()));
      }
    }
    return List.copyOf(taken);
  }

  /** Whether a problem is about what was said; an address is wrong if any of it is. */
  private static boolean isNamed(Request request, String text, String problem) {
    String detail = JSON.readTree(problem).path("detail").asString("");
    return request.way() == TextFields.Way.ADDRESS
        || detail.startsWith(request.part())
        || detail.contains(text.substring(0, 9))
        || detail.contains(text.substring(text.length() - 9));
  }

  /** That of something that there is, if the resource lists any. */
  private String someId(String path) {
    String list = path.replaceFirst("^/api/v1/", "").replaceFirst("(/\\{|[?]).*", "");
    HttpResponse<String> answer = fleet.answer("GET", list, SeededFleet.NOTHING);
    return answer.statusCode() == 200
        ? JSON.readTree(answer.body()).path("items").path(0).path("id").asString("0000beef")
        : "0000beef";
  }
}
