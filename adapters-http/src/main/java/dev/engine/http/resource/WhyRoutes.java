package dev.engine.http.resource;

import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.why.Why;
import dev.engine.wire.Description;
import dev.engine.wire.ExplanationJson;
import java.util.List;

/** {@code /api/v1/why}: why something stands as it does. */
final class WhyRoutes implements Routes {

  private static final Parameter<String> ID =
      Parameter.path(
          "id",
          String.class,
          "an id of any kind that can be explained, a conversation, or the slug of a mission");

  private final Why why;

  WhyRoutes(Why why) {
    this.why = why;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/why/{id}",
                "explain",
                "Why something stands as it does, from what was recorded.")
            .with(ID)
            .answers(WhyJson.class, this::explain));
  }

  private WhyJson explain(Call call) {
    return new WhyJson(why.of(call.get(ID)).stream().map(ExplanationJson::of).toList());
  }

  /** What is explained, on the wire. */
  record WhyJson(
      @Description("as a rule one; ids of different kinds may be equal")
          List<ExplanationJson> explanations) {}
}
