package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCalls;

/** What sessions have told of their uses of tools, kept for two weeks. */
public final class ToolLog {

  private final ToolCalls calls;

  public ToolLog(ToolCalls calls) {
    this.calls = calls;
  }

  /** Those of {@code session}, the one that began last at the front. */
  public Listed<ToolCall> of(SessionId session, Page page) {
    return calls.list(session, page);
  }
}
