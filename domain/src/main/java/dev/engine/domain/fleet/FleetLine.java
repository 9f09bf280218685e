package dev.engine.domain.fleet;

import dev.engine.domain.conversation.ConversationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A conversation that somebody is live in.
 *
 * @param sessions its live ones, at least one, the one started last at the front
 * @param waitingNoticeCount notifications that nobody was told of yet
 */
public record FleetLine(
    ConversationId conversation,
    List<LiveSession> sessions,
    WorkerCounts workers,
    int waitingNoticeCount) {

  public FleetLine {
    sessions = List.copyOf(sessions);
  }

  /**
   * The lines that {@code sessions} make.
   *
   * @param sessions the one started last at the front, which is the order of the lines too
   * @param workers by owner; one that is missing has none
   * @param waitingNotices by conversation; one that is missing has none
   */
  public static List<FleetLine> of(
      List<LiveSession> sessions,
      Map<ConversationId, WorkerCounts> workers,
      Map<ConversationId, Integer> waitingNotices) {
    Map<ConversationId, List<LiveSession>> lines =
        sessions.stream()
            .collect(
                Collectors.groupingBy(
                    live -> live.session().conversation(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return lines.entrySet().stream()
        .map(
            line ->
                new FleetLine(
                    line.getKey(),
                    line.getValue(),
                    workers.getOrDefault(line.getKey(), WorkerCounts.NONE),
                    waitingNotices.getOrDefault(line.getKey(), 0)))
        .toList();
  }
}
