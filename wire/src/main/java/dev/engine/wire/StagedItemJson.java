package dev.engine.wire;

import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A staged item on the wire; what is not known, or does not apply to its state, is absent. */
public record StagedItemJson(
    StagedItemId id,
    Kind kind,
    String title,
    StateName state,
    @Nullable ConversationId conversationId,
    @Nullable SessionId sessionId,
    @Description("below the project's folder") @Nullable String sourcePath,
    @Description("SHA-256 in hex") @Nullable String sourceHash,
    Instant stagedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant resolvedAt,
    @Description("empty where nothing was said to it") @Nullable String comment) {

  public static StagedItemJson of(StagedItem item) {
    return switch (item.state()) {
      case State.Staged staged -> of(item, StateName.STAGED, staged.expiresAt(), null);
      case State.Resolved resolved -> of(item, StateName.of(resolved.verdict()), null, resolved);
    };
  }

  private static StagedItemJson of(
      StagedItem item,
      StateName state,
      @Nullable Instant expiresAt,
      State.@Nullable Resolved resolved) {
    Provenance provenance = item.provenance();
    SourceFile source = provenance.source();
    return new StagedItemJson(
        item.id(),
        item.kind(),
        item.title(),
        state,
        provenance.conversation(),
        provenance.session(),
        source == null ? null : source.path(),
        source == null ? null : source.sha256(),
        item.stagedAt(),
        expiresAt,
        resolved == null ? null : resolved.at(),
        resolved == null ? null : resolved.comment());
  }

  /** That it waits, or the verdict. */
  public enum StateName implements WireName {
    STAGED("staged"),
    APPROVED("approved"),
    REJECTED("rejected"),
    DISMISSED("dismissed"),
    EXPIRED("expired");

    private final String wireName;

    StateName(String wireName) {
      this.wireName = wireName;
    }

    static StateName of(Verdict verdict) {
      return switch (verdict) {
        case APPROVED -> APPROVED;
        case REJECTED -> REJECTED;
        case DISMISSED -> DISMISSED;
        case EXPIRED -> EXPIRED;
      };
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
