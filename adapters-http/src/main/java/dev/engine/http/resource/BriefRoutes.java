package dev.engine.http.resource;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.briefing.LookMark;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.journal.Subject;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.services.briefing.Brief;
import dev.engine.services.briefing.Briefing;
import dev.engine.services.briefing.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/brief}: what is new since somebody looked. */
final class BriefRoutes implements Routes {

  private static final String BRIEF = "/api/v1/brief";

  private static final Parameter<TimeSpan> SINCE =
      Parameter.query("since", TimeSpan.class, "what happened within this time instead");
  private static final Parameter<Reader> READER =
      Parameter.query("reader", Reader.class, "who looks; person if it is not given");

  private final Briefing briefing;

  BriefRoutes(Briefing briefing) {
    this.briefing = briefing;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(BRIEF, "brief", "What is new since the reader looked last; their mark stays.")
            .with(SINCE, READER)
            .answers(BriefJson.class, this::brief),
        Operation.post(
                BRIEF + "/looked",
                "markLooked",
                "Marks everything up to an event as looked at; a mark never goes back.")
            .takes(LookedRequest.class)
            .answers(LookMarkJson.class, this::looked));
  }

  private BriefJson brief(Call call) {
    TimeSpan since = call.find(SINCE);
    return BriefJson.of(
        since == null ? briefing.sinceLooked(reader(call.find(READER))) : briefing.within(since));
  }

  private LookMarkJson looked(Call call, LookedRequest request) {
    return LookMarkJson.of(briefing.looked(reader(request.reader()), request.upTo()));
  }

  private static Reader reader(@Nullable Reader given) {
    return given == null ? Reader.PERSON : given;
  }

  record LookedRequest(
      @Description("the upTo of the brief that was read") long upTo,
      @Description("person if it is absent") @Nullable Reader reader) {}

  /** A mark on the wire. */
  record LookMarkJson(Reader reader, long upTo, Instant lookedAt) {

    static LookMarkJson of(LookMark mark) {
      return new LookMarkJson(mark.reader(), mark.position(), mark.at());
    }
  }

  /** A brief on the wire. */
  record BriefJson(
      @Description("when the reader looked last, or the time they named; absent if they never did")
          @Nullable Instant since,
      @Description("the position of the newest event that it takes in") long upTo,
      @Description("false if so much happened that the oldest of it was left out") boolean whole,
      @Description("what attempts of workers cost that ended since, US dollars; absent if nothing")
          @Nullable Double spentUsd,
      @Description("only those with something in them, the worst first") List<GroupJson> groups) {

    static BriefJson of(Brief brief) {
      return new BriefJson(
          brief.since(),
          brief.upTo(),
          brief.isWhole(),
          brief.spentUsd().signum() == 0 ? null : brief.spentUsd().doubleValue(),
          brief.groups().stream().map(GroupJson::of).toList());
    }
  }

  /** The news about one topic on the wire. */
  record GroupJson(
      Topic topic,
      @Description("of all of it") int count,
      @Description("a few of it, the oldest of those first") List<ItemJson> newest) {

    static GroupJson of(Brief.Group group) {
      return new GroupJson(
          group.topic(), group.count(), group.newest().stream().map(ItemJson::of).toList());
    }
  }

  /** One piece of news on the wire. */
  record ItemJson(
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
