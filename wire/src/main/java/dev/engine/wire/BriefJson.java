package dev.engine.wire;

import dev.engine.domain.journal.Subject;
import dev.engine.services.briefing.Brief;
import dev.engine.services.briefing.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brief on the wire. */
public record BriefJson(
    @Description("when the reader looked last, or the time they named; absent if they never did")
        @Nullable Instant since,
    @Description("the position of the newest event that it takes in") long upTo,
    @Description("false if so much happened that the oldest of it was left out") boolean whole,
    @Description("what attempts of workers cost that ended since, US dollars; absent if nothing")
        @Nullable Double spentUsd,
    @Description("only those with something in them, the worst first") List<GroupJson> groups) {

  public static BriefJson of(Brief brief) {
    return new BriefJson(
        brief.since(),
        brief.upTo(),
        brief.isWhole(),
        brief.spentUsd().signum() == 0 ? null : brief.spentUsd().doubleValue(),
        brief.groups().stream().map(GroupJson::of).toList());
  }

  /** The news about one topic on the wire. */
  public record GroupJson(
      Topic topic,
      @Description("of all of it") int count,
      @Description("a few of it, the oldest of those first") List<ItemJson> newest) {

    static GroupJson of(Brief.Group group) {
      return new GroupJson(
          group.topic(), group.count(), group.newest().stream().map(ItemJson::of).toList());
    }
  }

  /** One piece of news on the wire. */
  public record ItemJson(
      Instant at,
      @Description("what it is about; absent for a session") Subject.@Nullable Kind subjectKind,
      @Description("what it is about; /why explains it") String subjectId,
      String text,
      @Description("the position of the event that tells it") long event) {

    static ItemJson of(Brief.Item item) {
      return new ItemJson(item.at(), item.kind(), item.subject(), item.text(), item.event());
    }
  }
}
