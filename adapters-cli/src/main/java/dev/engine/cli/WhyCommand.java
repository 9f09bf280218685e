package dev.engine.cli;

import dev.engine.services.why.Explanation;
import dev.engine.wire.ExplanationJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "why",
    description = "Explain why something stands as it does, and what makes it go on.",
    footer = {"", "Example: engine why 3fa94c01"})
final class WhyCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "ID",
      description =
          "Of a session, worker, notification, ping, staged item, mission or slot; or a"
              + " conversation, or the slug of a mission.")
  private String id;

  @Mixin private JsonOption json;

  WhyCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<Explanation> explanations = context.engine().why().of(id);
    json.print(
        context.output(),
        () -> explanations.stream().map(ExplanationJson::of).toList(),
        () -> explanations.forEach(this::print));
  }

  private void print(Explanation explanation) {
    Output output = context.output();
    output.paragraph(
        "",
        "%s %s %s"
            .formatted(
                explanation.kind().wireName().replace('_', ' '),
                explanation.id(),
                explanation.headline()),
        Tone.HEADING);
    output.field(
        "since",
        "%s, %s ago".formatted(shown(explanation.since()), output.since(explanation.since())));
    if (explanation.conversation() != null
        && !explanation.conversation().value().equals(explanation.id())) {
      output.field("conversation", explanation.conversation());
    }
    output.emptyLine();
    explanation
        .facts()
        .forEach(fact -> output.paragraph(shown(fact.at()) + "  ", fact.text(), Tone.NORMAL));
    if (!explanation.next().isEmpty()) {
      output.emptyLine();
      output.table(next(explanation), "");
    }
  }

  private static Table next(Explanation explanation) {
    Table table = new Table("NEXT", "TO");
    explanation
        .next()
        .forEach(step -> table.row(Cell.of(step.command(), Tone.ACCENT), Cell.of(step.purpose())));
    return table;
  }

  private static String shown(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
