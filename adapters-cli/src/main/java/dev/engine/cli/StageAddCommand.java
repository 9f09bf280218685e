package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedItem;
import dev.engine.services.ProjectFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Lay something out for the person to see.",
    footer = {
      "",
      "Examples: engine stage add --title \"The plan\" --kind markdown --file docs/plan.md",
      "          engine stage add --title Preview --kind link https://example.com/preview",
      "          git diff | engine stage add --title \"What changed\" -"
    })
final class StageAddCommand implements Runnable {

  private final Context context;

  @Option(names = "--title", required = true, description = "One line of at most 200 characters.")
  private String title;

  @Option(
      names = "--kind",
      description = "${COMPLETION-CANDIDATES} (default markdown; with --file, file).")
  private @Nullable Kind kind;

  @ArgGroup(multiplicity = "1")
  private Content content;

  @Option(
      names = "--expires-in",
      paramLabel = "SPAN",
      description = "How long it waits, such as 2h or 7d (default: for ever).")
  private @Nullable TimeSpan expiresIn;

  @Mixin private AskerOptions asker;

  StageAddCommand(Context context) {
    this.context = context;
  }

  /** Where the content is. */
  static final class Content {

    @Parameters(
        paramLabel = "TEXT",
        description = "The text, address or JSON itself; - for what is piped in.")
    private String text = "";

    @Option(
        names = "--file",
        required = true,
        description = "A text file of the project, at most 1 MB.")
    private @Nullable Path file;
  }

  @Override
  public void run() {
    StagedItem item = content.file == null ? stageText() : stageFile(context.path(content.file));
    context.output().line(Staged.sentence(item));
  }

  private StagedItem stageText() {
    String text = "-".equals(content.text) ? new TextSource(context).read("-") : content.text;
    return stage(new Exhibit(kind == null ? Kind.MARKDOWN : kind, title, text), provenance());
  }

  private StagedItem stageFile(Path file) {
    ProjectFiles.Content read = new ProjectFiles(context.home()).read(file);
    Exhibit exhibit = new Exhibit(kind == null ? Kind.FILE : kind, title, read.text());
    return stage(exhibit, provenance().from(read.source()));
  }

  private StagedItem stage(Exhibit exhibit, Provenance provenance) {
    return context.engine().portal().stage(exhibit, provenance, expiresIn);
  }

  private Provenance provenance() {
    Asker asking = asker.asker(context);
    return new Provenance(asking.conversation(), asking.session(), null);
  }
}
