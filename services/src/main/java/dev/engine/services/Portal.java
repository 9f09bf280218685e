package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.Resolution;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State.Resolved;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What agents lay out for the person, and what the person says to it. */
public final class Portal {

  private final StagedContent content;
  private final Sessions sessions;
  private final InstantSource clock;

  public Portal(StagedContent content, Sessions sessions, InstantSource clock) {
    this.content = content;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Lays {@code exhibit} out. One that comes from a file is read by {@link ProjectFiles}.
   *
   * @param provenance where it names a session but no conversation, that of the session is told
   * @param waits how long the person has for it; null for ever
   * @throws NotFound if the session that is to have staged it does not exist
   */
  public StagedItem stage(Exhibit exhibit, Provenance provenance, @Nullable TimeSpan waits) {
    Instant now = clock.instant();
    Instant expiresAt = waits == null ? null : now.plus(waits.length());
    return content.stage(exhibit, addressed(provenance), now, expiresAt);
  }

  /** What {@code filter} lets through, the one staged last at the front. */
  public Listed<StagedItem> list(StagedFilter filter, Page page) {
    return content.list(filter, page);
  }

  /**
   * One item.
   *
   * @throws NotFound if there is no staged item {@code id}
   */
  public StagedItem show(StagedItemId id) {
    return content.find(id).orElseThrow(() -> new NotFound("staged item", id));
  }

  /**
   * What was laid out as {@code id}.
   *
   * @throws NotFound if there is no staged item {@code id}
   */
  public String body(StagedItemId id) {
    return content.body(id).orElseThrow(() -> new NotFound("staged item", id));
  }

  /**
   * Settles an item as the person says, of which its conversation is told. Saying the same twice is
   * harmless: the first time stands.
   *
   * @param comment at most 10,000 characters; empty for none
   * @throws NotFound if there is no staged item {@code id}
   * @throws Conflict if it was settled otherwise before
   */
  public StagedItem resolve(StagedItemId id, Verdict verdict, String comment) {
    return switch (content.resolve(id, new Resolved(verdict, clock.instant(), comment))) {
      case Resolution.ResolvedNow now -> now.item();
      case Resolution.ResolvedBefore before -> settledAs(verdict, before.item());
      case Resolution.NoSuchItem none -> throw new NotFound("staged item", id);
    };
  }

  private static StagedItem settledAs(Verdict verdict, StagedItem item) {
    if (item.state() instanceof Resolved before && before.verdict() != verdict) {
      throw new Conflict(
          "staged item %s is %s already".formatted(item.id(), before.verdict().wireName()));
    }
    return item;
  }

  private Provenance addressed(Provenance provenance) {
    SessionId id = provenance.session();
    if (id == null) {
      return provenance;
    }
    Session session = sessions.find(id).orElseThrow(() -> new NotFound("session", id));
    return provenance.conversation() == null
        ? provenance.telling(session.conversation())
        : provenance;
  }
}
