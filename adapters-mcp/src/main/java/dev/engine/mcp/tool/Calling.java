package dev.engine.mcp.tool;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.mcp.tool.Refusal.Reason;
import dev.engine.services.Caller;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who makes one call; found out when a tool first asks, for most of them do not need to know. */
public final class Calling {

  private static final String NOBODY =
      "nobody knows which session calls: this tool is for sessions of Claude Code whose hooks"
          + " `engine init` has set up; looking is free, and the command line can change things";

  private final Supplier<Caller> recognised;
  private @Nullable Caller caller;

  /** A call by whoever {@code recognised} says. */
  public Calling(Supplier<Caller> recognised) {
    this.recognised = recognised;
  }

  /** Who it is. */
  public Caller caller() {
    if (caller == null) {
      caller = recognised.get();
    }
    return caller;
  }

  /** The calling session's id; null if it is not known. */
  @Nullable SessionId session() {
    Session session = found();
    return session == null ? null : session.id();
  }

  /** The conversation of the calling session; null if it is not known. */
  @Nullable ConversationId conversation() {
    Session session = found();
    return session == null ? null : session.conversation();
  }

  /**
   * The calling session.
   *
   * @throws Refusal if it is not known
   */
  Session requireSession() {
    Session session = found();
    if (session == null) {
      throw new Refusal(Reason.UNKNOWN_CALLER, NOBODY);
    }
    return session;
  }

  /**
   * Who a message of the caller comes from.
   *
   * @throws Refusal if the caller is not known
   */
  Sender sender() {
    return switch (caller()) {
      case Caller.Working working -> new Sender.FromWorker(working.worker());
      case Caller.InSession in -> new Sender.FromConversation(in.session().conversation());
      case Caller.Unknown unknown -> throw new Refusal(Reason.UNKNOWN_CALLER, NOBODY);
    };
  }

  /**
   * Sees to it that the caller may use {@code tool}.
   *
   * @throws Refusal if not
   */
  void requireRight(Tool<?> tool) {
    if (tool.effect().isReading()) {
      return;
    }
    switch (caller()) {
      case Caller.InSession in -> {}
      case Caller.Working working -> {
        if (!tool.isForWorkers()) {
          throw new Refusal(
              Reason.NOT_A_WORKERS,
              "worker %s may report on and ask for itself only, not use %s: say in your result what else is to be done"
                  .formatted(working.worker(), tool.name()));
        }
      }
      case Caller.Unknown unknown -> throw new Refusal(Reason.UNKNOWN_CALLER, NOBODY);
    }
  }

  private @Nullable Session found() {
    return switch (caller()) {
      case Caller.InSession in -> in.session();
      case Caller.Working working -> working.session();
      case Caller.Unknown unknown -> null;
    };
  }
}
