package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.services.why.Explanation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation on the wire. */
public record ExplanationJson(
    Explanation.Kind kind,
    String id,
    @Description("absent if it belongs to none") @Nullable ConversationId conversationId,
    @Description("where it stands, in words that go on behind its name") String headline,
    @Description("when it came to stand so") Instant since,
    @Description("what led there, the oldest first") List<FactJson> facts,
    @Description("what to look at or to do, the most useful first") List<StepJson> next) {

  public static ExplanationJson of(Explanation explanation) {
    return new ExplanationJson(
        explanation.kind(),
        explanation.id(),
        explanation.conversation(),
        explanation.headline(),
        explanation.since(),
        explanation.facts().stream().map(FactJson::of).toList(),
        explanation.next().stream().map(StepJson::of).toList());
  }

  /** A fact on the wire. */
  public record FactJson(
      Instant at,
      @Description("a sentence without its subject") String text,
      @Description("the position of the event that tells it; absent if a row does")
          @Nullable Long event) {

    static FactJson of(Explanation.Fact fact) {
      return new FactJson(fact.at(), fact.text(), fact.event());
    }
  }

  /** A command that helps on, on the wire. */
  public record StepJson(
      @Description("words in capitals are to be filled in") String command, String purpose) {

    static StepJson of(Explanation.Step step) {
      return new StepJson(step.command(), step.purpose());
    }
  }
}
