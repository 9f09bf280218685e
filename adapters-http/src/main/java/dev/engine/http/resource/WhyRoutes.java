package dev.engine.http.resource;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.services.why.Explanation;
import dev.engine.services.why.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** An explanation on the wire. */
  record ExplanationJson(
      Explanation.Kind kind,
      String id,
      @Description("absent if it belongs to none") @Nullable ConversationId conversationId,
      @Description("where it stands, in words that go on behind its name") String headline,
      @Description("when it came to stand so") Instant since,
      @Description("what led there, the oldest first") List<FactJson> facts,
      @Description("what to look at or to do, the most useful first") List<StepJson> next) {

    static ExplanationJson of(Explanation explanation) {
      return new ExplanationJson(
          explanation.kind(),
          explanation.id(),
          explanation.conversation(),
          explanation.headline(),
          explanation.since(),
          explanation.facts().stream().map(FactJson::of).toList(),
          explanation.next().stream().map(StepJson::of).toList());
    }
  }

  /** A fact on the wire. */
  record FactJson(
      Instant at,
      @Description("a sentence without its subject") String text,
      @Description("the position of the event that tells it; absent if a row does")
          @Nullable Long event) {

    static FactJson of(Explanation.Fact fact) {
      return new FactJson(fact.at(), fact.text(), fact.event());
    }
  }

  /** A command that helps on, on the wire. */
  record StepJson(
      @Description("words in capitals are to be filled in") String command, String purpose) {

    static StepJson of(Explanation.Step step) {
      return new StepJson(step.command(), step.purpose());
    }
  }
}
