package dev.engine.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.content.StagedItemId;
import dev.engine.wire.StagedItemJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one staged item and what it says.",
    footer = {"", "Example: engine stage show 3fa94c01"})
final class StageShowCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Staged item id, 8 hex digits.")
  private StagedItemId id;

  @Mixin private JsonOption json;

  StageShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StagedItem item = context.engine().portal().show(id);
    String body = context.engine().portal().body(id);
    json.print(
        context.output(),
        () -> new StagedItemWithBodyJson(StagedItemJson.of(item), body),
        () -> print(item, body));
  }

  private void print(StagedItem item, String body) {
    Output output = context.output();
    SourceFile source = item.provenance().source();
    output.line(Cell.of(item.title(), Tone.HEADING));
    output.field("kind", item.kind());
    output.field("conversation", item.provenance().conversation());
    output.field("session", item.provenance().session());
    output.field("file", source == null ? null : source.path());
    output.field("sha-256", source == null ? null : source.sha256());
    output.field("staged", item.stagedAt());
    print(item.state());
    output.emptyLine();
    body.lines().forEach(output::line);
  }

  private void print(State state) {
    Output output = context.output();
    switch (state) {
      case State.Staged staged -> output.field("expires", staged.expiresAt());
      case State.Resolved resolved -> {
        output.field(resolved.verdict().wireName(), resolved.at());
        output.field("comment", resolved.comment().isEmpty() ? null : resolved.comment());
      }
    }
  }

  /** A staged item on the wire, and what was laid out. */
  record StagedItemWithBodyJson(@JsonUnwrapped StagedItemJson item, String body) {}
}
