package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedFilter.Progress;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.Portal;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import dev.engine.wire.StagedItemJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/staged-content}: what agents lay out for the person. */
final class StagedContentRoutes implements Routes {

  private static final String ALL = "/api/v1/staged-content";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<StagedItemId> ID =
      Parameter.path("id", StagedItemId.class, "the id of the staged item");
  private static final Parameter<ProgressName> PROGRESS =
      Parameter.query("progress", ProgressName.class, "only those that have come so far");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those of this conversation");

  private final Portal portal;

  StagedContentRoutes(Portal portal) {
    this.portal = portal;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listStagedContent", "Staged items, the one staged last at the front.")
            .with(PROGRESS, CONVERSATION)
            .lists(StagedItemJson.class, this::list),
        Operation.post(ALL, "stageContent", "Lays something out for the person.")
            .takes(StageContentRequest.class)
            .creates(StagedItemJson.class, item -> ALL + "/" + item.id(), this::stage),
        Operation.get(ONE, "showStagedItem", "One staged item without its body.")
            .with(ID)
            .tagged()
            .answers(StagedItemJson.class, this::show),
        Operation.get(ONE + "/body", "showStagedBody", "What was laid out, as a file to be saved.")
            .with(ID)
            .writes("text/plain; charset=utf-8", this::body),
        Operation.post(ONE + "/approve", "approveStagedItem", "Approves it; its asker is told.")
            .with(ID)
            .ifMatches(StagedItemJson.class, this::show)
            .takes(ApproveStagedItemRequest.class)
            .answers(StagedItemJson.class, this::approve),
        Operation.post(ONE + "/reject", "rejectStagedItem", "Rejects it; its asker is told why.")
            .with(ID)
            .ifMatches(StagedItemJson.class, this::show)
            .takes(RejectStagedItemRequest.class)
            .answers(StagedItemJson.class, this::reject),
        Operation.post(ONE + "/dismiss", "dismissStagedItem", "Puts it away without a word.")
            .with(ID)
            .ifMatches(StagedItemJson.class, this::show)
            .answers(StagedItemJson.class, this::dismiss));
  }

  private Listed<StagedItemJson> list(Call call) {
    ProgressName name = call.find(PROGRESS);
    Progress progress = name == null ? Progress.ANY : name.progress;
    StagedFilter filter = new StagedFilter(progress, call.find(CONVERSATION));
    return portal.list(filter, call.page()).map(StagedItemJson::of);
  }

  private StagedItemJson stage(Call call, StageContentRequest request) {
    return StagedItemJson.of(
        portal.stage(request.exhibit(), request.provenance(), request.expiresIn()));
  }

  private StagedItemJson show(Call call) {
    return StagedItemJson.of(portal.show(call.get(ID)));
  }

  /** Whatever an agent wrote, it is a file here and no page: no browser is to run any of it. */
  private void body(Call call) {
    StagedItemId id = call.get(ID);
    String body = portal.body(id);
    call.saveAs("staged-%s.txt".formatted(id));
    call.http().result(body);
  }

  private StagedItemJson approve(Call call, ApproveStagedItemRequest request) {
    String comment = request.comment();
    return resolved(call, Verdict.APPROVED, comment == null ? "" : comment);
  }

  private StagedItemJson reject(Call call, RejectStagedItemRequest request) {
    return resolved(call, Verdict.REJECTED, request.comment());
  }

  private StagedItemJson dismiss(Call call) {
    return resolved(call, Verdict.DISMISSED, "");
  }

  private StagedItemJson resolved(Call call, Verdict verdict, String comment) {
    return StagedItemJson.of(portal.resolve(call.get(ID), verdict, comment));
  }

  record StageContentRequest(
      @Description("markdown if it is left out") @Nullable Kind kind,
      @Description("one line") @Length(max = 200) String title,
      @Description("an http or https address if it is a link, a document if it is JSON")
          @Length(min = 0, max = 1_000_000)
          String body,
      @Description("who stages it") @Nullable SessionId sessionId,
      @Description("who is told the verdict; that of the session if it is left out")
          @Nullable ConversationId conversationId,
      @Description("how long it waits, 1s to 366d; for ever if it is left out")
          @Nullable TimeSpan expiresIn) {

    private Exhibit exhibit() {
      return new Exhibit(kind == null ? Kind.MARKDOWN : kind, title, body);
    }

    private Provenance provenance() {
      return new Provenance(conversationId, sessionId, null);
    }
  }

  record ApproveStagedItemRequest(@Length(min = 0, max = 10_000) @Nullable String comment) {}

  record RejectStagedItemRequest(
      @Description("why") @Length(min = 0, max = 10_000) String comment) {}

  enum ProgressName implements WireName {
    STAGED("staged", Progress.STAGED),
    RESOLVED("resolved", Progress.RESOLVED);

    private final String wireName;
    private final Progress progress;

    ProgressName(String wireName, Progress progress) {
      this.wireName = wireName;
      this.progress = progress;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
