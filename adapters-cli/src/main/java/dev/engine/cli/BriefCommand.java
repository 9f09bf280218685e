package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.briefing.Reader;
import dev.engine.services.briefing.Brief;
import dev.engine.services.briefing.Briefing;
import dev.engine.services.briefing.Topic;
import dev.engine.wire.BriefJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "brief",
    description = {
      "Tell what is new since you looked last: what failed, asks, finished and so on.",
      "Looking moves the mark behind which the next brief begins."
    },
    footer = {"", "Examples: engine brief", "          engine brief --since 2h"})
final class BriefCommand implements Runnable {

  private final Context context;

  @Option(names = "--peek", description = "Leave the mark where it is.")
  private boolean peek;

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      description = "What happened within 30m, 2h or 1d instead; leaves the mark where it is.")
  private @Nullable TimeSpan span;

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description = "Whose mark it is (default ${DEFAULT-VALUE}): a second person has their own.",
      defaultValue = "person")
  private Reader reader;

  @Mixin private JsonOption json;

  BriefCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Briefing briefing = context.engine().briefing();
    Brief brief = span == null ? briefing.sinceLooked(reader) : briefing.within(span);
    json.print(context.output(), () -> BriefJson.of(brief), () -> print(brief));
    if (span == null && !peek) {
      briefing.looked(reader, brief.upTo());
    }
  }

  private void print(Brief brief) {
    Output output = context.output();
    String since =
        brief.since() == null
            ? "the beginning"
            : "%s ago (%s)".formatted(output.since(brief.since()), brief.since());
    if (brief.isEmpty()) {
      output.line(Cell.of("Nothing new since " + since + ".", Tone.MUTED));
      return;
    }
    output.line(Cell.of("New since " + since, Tone.HEADING));
    output.table(table(brief, output), "");
    if (brief.spentUsd().signum() > 0) {
      output.line(
          Cell.of(
              "Workers cost %s US dollars in that time."
                  .formatted(brief.spentUsd().toPlainString())));
    }
    if (!brief.isWhole()) {
      output.aside("So much has happened that the oldest of it is left out.");
    }
  }

  private static Table table(Brief brief, Output output) {
    Table table = new Table("NEWS", "WHEN", "ID", "WHAT");
    for (Brief.Group group : brief.groups()) {
      Cell heading = Cell.of(group.count() + " " + group.topic(), tone(group.topic()));
      for (Brief.Item item : group.newest()) {
        table.row(
            heading,
            output.ago(item.at()),
            Cell.of(item.subject(), Tone.ACCENT),
            Cell.of(item.text()));
        heading = Cell.of("");
      }
      int more = group.count() - group.newest().size();
      if (more > 0) {
        table.row(
            Cell.of(""),
            Cell.of(""),
            Cell.of(""),
            Cell.of("and %d before that".formatted(more), Tone.MUTED));
      }
    }
    return table;
  }

  private static Tone tone(Topic topic) {
    return switch (topic) {
      case FAILED, LOST, NOT_TOLD -> Tone.FAIL;
      case ASKED, SKIPPED -> Tone.WARN;
      case FINISHED, STAGED -> Tone.PASS;
      case TOLD, STARTED, ENDED -> Tone.NORMAL;
    };
  }
}
