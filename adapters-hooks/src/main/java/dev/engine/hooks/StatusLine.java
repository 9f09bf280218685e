package dev.engine.hooks;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.context.Measuring;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import java.time.Instant;

/**
 * The client's status line: a reading of its session's context comes in, a line for the person goes
 * out. It is no event: nothing is remembered of the call, and nobody keeps one that came to
 * nothing.
 */
final class StatusLine {

  /** What the client's settings have it called by, in place of an event's name. */
  static final String NAME = "statusline";

  /** As many as fit into two digits: nobody counts more at a glance. */
  private static final Limit MOST = new Limit(99);

  private final Storage storage;

  StatusLine(Storage storage) {
    this.storage = storage;
  }

  /**
   * Takes what the client tells, and answers {@code {"statusLine":"..."}}, a line of printable
   * ASCII without quotes and backslashes, so that a shell can read it.
   *
   * @throws InvalidInput if it tells of no session, or a number that cannot be
   */
  HookAnswer answer(HookPayload payload, Instant at) {
    ClaudeSessionId claudeId =
        payload
            .text("session_id")
            .map(ClaudeSessionId::new)
            .orElseThrow(() -> new InvalidInput("status line", "told by a session_id", "none"));
    return ContextReadings.ofStatusLine(payload, at)
        .map(reading -> storage.contextSamples().record(claudeId, reading))
        .map(this::line)
        .map(line -> new HookAnswer("{\"statusLine\":\"" + line + "\"}", ""))
        .orElse(HookAnswer.SILENCE);
  }

  private String line(Measuring measuring) {
    return switch (measuring) {
      case Measuring.Taken taken -> line(taken.session());
      case Measuring.Warned warned -> line(warned.session());
      case Measuring.Known known -> line(known.session());
      case Measuring.Outdated outdated -> line(outdated.session());
      case Measuring.NotKnown none -> "engine: this session is not known yet";
    };
  }

  private String line(Session session) {
    Integer percent = session.report().context().gauge().percent();
    PingFilter open = new PingFilter(PingFilter.Progress.OPEN, session.conversation());
    int pings = storage.pings().list(open, Page.first(MOST)).items().size();
    StringBuilder line = new StringBuilder(session.conversation().value());
    if (percent != null) {
      line.append(" | context ").append(percent).append('%');
    }
    if (pings > 0) {
      line.append(" | ").append(pings).append(pings == 1 ? " ping waits" : " pings wait");
    }
    return line.toString();
  }
}
