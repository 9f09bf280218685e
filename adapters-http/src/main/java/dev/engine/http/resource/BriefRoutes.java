package dev.engine.http.resource;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.briefing.LookMark;
import dev.engine.domain.briefing.Reader;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.briefing.Briefing;
import dev.engine.wire.BriefJson;
import dev.engine.wire.Description;
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
}
