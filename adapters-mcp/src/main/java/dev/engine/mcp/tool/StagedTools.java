package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedFilter.Progress;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import dev.engine.services.ProjectFiles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is laid out for the person to see. */
final class StagedTools {

  private final Engine engine;
  private final HomeFolder home;

  StagedTools(Engine engine, HomeFolder home) {
    this.engine = engine;
    this.home = home;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "stage_content",
            "Lay a text, link, JSON document or project file out for the person to approve or"
                + " reject; the verdict comes to this conversation.",
            Effect.ADDS,
            Draft.class,
            StagedItemJson.class,
            this::stage),
        Tool.of(
            "staged_list",
            "List what is laid out for the person, and the verdicts.",
            Effect.READS,
            Filter.class,
            StagedItemsJson.class,
            this::list));
  }

  record Draft(
      @Length(max = 200) String title,
      @Description("left out: markdown, or file where a file is named") @Nullable Kind kind,
      @Description("the text, address or JSON; this or file") @Length(min = 0, max = 1_000_000)
          @Nullable String body,
      @Description("path of a text file below the project's folder") @Length(max = 4_096)
          @Nullable String file,
      @Description("how long it waits, such as 7d; left out: for ever")
          @Nullable TimeSpan expiresIn) {}

  record Filter(
      @Nullable ConversationId conversation,
      @Description("settled ones too") @Nullable Boolean resolved,
      @Nullable Limit limit) {}

  private Answer<StagedItemJson> stage(Draft input, Calling calling) {
    Provenance provenance = new Provenance(calling.conversation(), calling.session(), null);
    StagedItem item =
        input.file() == null
            ? stageText(input, provenance)
            : stageFile(input, input.file(), provenance);
    return new Answer<>(StagedItemJson.of(item), "laid out " + line(item));
  }

  private StagedItem stageText(Draft input, Provenance provenance) {
    if (input.body() == null) {
      throw new InvalidInput("body or file", "given", "nothing");
    }
    Kind kind = Objects.requireNonNullElse(input.kind(), Kind.MARKDOWN);
    Exhibit exhibit = new Exhibit(kind, input.title(), input.body());
    return engine.portal().stage(exhibit, provenance, input.expiresIn());
  }

  private StagedItem stageFile(Draft input, String file, Provenance provenance) {
    if (input.body() != null) {
      throw new InvalidInput("body or file", "only one of them", "both");
    }
    ProjectFiles.Content read = new ProjectFiles(home).read(file);
    Kind kind = Objects.requireNonNullElse(input.kind(), Kind.FILE);
    Exhibit exhibit = new Exhibit(kind, input.title(), read.text());
    return engine.portal().stage(exhibit, provenance.from(read.source()), input.expiresIn());
  }

  private Answer<StagedItemsJson> list(Filter input, Calling calling) {
    Progress progress = Boolean.TRUE.equals(input.resolved()) ? Progress.ANY : Progress.STAGED;
    Listed<StagedItem> found =
        engine
            .portal()
            .list(
                new StagedFilter(progress, input.conversation()),
                Page.first(Objects.requireNonNullElse(input.limit(), Limit.DEFAULT)));
    return new Answer<>(
        new StagedItemsJson(
            found.items().stream().map(StagedItemJson::of).toList(), found.next() != null),
        Said.list("items", found.items(), found.next() != null, StagedTools::line));
  }

  private static String line(StagedItem item) {
    return "item %s (%s): %s"
        .formatted(item.id(), StagedItemJson.stateName(item.state()), Said.quoted(item.title()));
  }

  record StagedItemsJson(List<StagedItemJson> items, boolean more) {}

  /**
   * A staged item on the wire, without what was laid out.
   *
   * @param state {@code staged}, {@code approved}, {@code rejected}, {@code dismissed} or {@code
   *     expired}
   * @param sourcePath below the project's folder
   */
  record StagedItemJson(
      String id,
      String kind,
      String title,
      String state,
      @Nullable String conversationId,
      @Nullable String sessionId,
      @Nullable String sourcePath,
      String stagedAt,
      @Nullable String expiresAt,
      @Nullable String resolvedAt,
      @Nullable String comment) {

    static StagedItemJson of(StagedItem item) {
      State state = item.state();
      Provenance provenance = item.provenance();
      return new StagedItemJson(
          item.id().value(),
          item.kind().wireName(),
          item.title(),
          stateName(state),
          Said.text(provenance.conversation()),
          Said.text(provenance.session()),
          provenance.source() == null ? null : provenance.source().path(),
          item.stagedAt().toString(),
          state instanceof State.Staged staged ? Said.text(staged.expiresAt()) : null,
          state instanceof State.Resolved resolved ? resolved.at().toString() : null,
          state instanceof State.Resolved resolved ? resolved.comment() : null);
    }

    static String stateName(State state) {
      return switch (state) {
        case State.Staged staged -> "staged";
        case State.Resolved resolved -> resolved.verdict().wireName();
      };
    }
  }
}
