package dev.engine.cli;

import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import org.jspecify.annotations.Nullable;

/**
 * A staged item on the wire. Times are ISO-8601 in UTC; what is not known, or does not apply to its
 * state, is absent.
 *
 * @param kind {@code markdown}, {@code link}, {@code file} or {@code json}
 * @param state {@code staged}, {@code approved}, {@code rejected}, {@code dismissed} or {@code
 *     expired}
 * @param body only where one item is shown
 * @param sourcePath below the project's folder
 * @param sourceHash SHA-256 in hex
 * @param comment empty where nothing was said to it
 */
record StagedItemJson(
    String id,
    String kind,
    String title,
    @Nullable String body,
    String state,
    @Nullable String conversationId,
    @Nullable String sessionId,
    @Nullable String sourcePath,
    @Nullable String sourceHash,
    String stagedAt,
    @Nullable String expiresAt,
    @Nullable String resolvedAt,
    @Nullable String comment) {

  static StagedItemJson of(StagedItem item) {
    return of(item, null);
  }

  static StagedItemJson of(StagedItem item, @Nullable String body) {
    Provenance provenance = item.provenance();
    SourceFile source = provenance.source();
    State state = item.state();
    return new StagedItemJson(
        item.id().value(),
        item.kind().wireName(),
        item.title(),
        body,
        Staged.stateName(state),
        text(provenance.conversation()),
        text(provenance.session()),
        source == null ? null : source.path(),
        source == null ? null : source.sha256(),
        item.stagedAt().toString(),
        state instanceof State.Staged staged ? text(staged.expiresAt()) : null,
        state instanceof State.Resolved resolved ? text(resolved.at()) : null,
        state instanceof State.Resolved resolved ? resolved.comment() : null);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
