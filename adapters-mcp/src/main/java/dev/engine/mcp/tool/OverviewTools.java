package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.briefing.Reader;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import dev.engine.services.briefing.Brief;
import dev.engine.services.why.Explanation;
import dev.engine.wire.ExplanationJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits, what is new, and why things stand as they do. */
final class OverviewTools {

  private final Engine engine;

  OverviewTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "attention_list",
            "List what waits for the person, the worst first.",
            Effect.READS,
            Front.class,
            AttentionJson.class,
            this::attention),
        Tool.of(
            "why",
            "Explain why a session, worker, notice, ping, staged item, mission or conversation"
                + " stands as it does.",
            Effect.READS,
            Thing.class,
            ExplanationsJson.class,
            this::why),
        Tool.of(
            "brief",
            "Tell what is new in the fleet: failures, losses, questions, results.",
            Effect.READS,
            Span.class,
            BriefJson.class,
            this::brief));
  }

  record Front(@Nullable Limit limit) {}

  record Thing(
      @Description("an id, a conversation, or the slug of a mission") @Length(max = 64)
          String id) {}

  record Span(
      @Description("of the last 2h or the like; left out: since the person looked last")
          @Nullable TimeSpan within) {}

  private Answer<AttentionJson> attention(Front input, Calling calling) {
    List<AttentionItem> items =
        engine.attention().list(Objects.requireNonNullElse(input.limit(), new Limit(50)));
    return new Answer<>(
        new AttentionJson(items.stream().map(AttentionItemJson::of).toList()),
        Said.list(
            "things wait for the person", items, false, item -> said(AttentionItemJson.of(item))));
  }

  private static String said(AttentionItemJson item) {
    return "%s: %s since %s (%s)"
        .formatted(item.urgency(), Said.quoted(item.reason()), item.since(), item.remedy());
  }

  private Answer<ExplanationsJson> why(Thing input, Calling calling) {
    List<Explanation> found = engine.why().of(input.id());
    return new Answer<>(
        new ExplanationsJson(found.stream().map(ExplanationJson::of).toList()),
        found.stream().map(OverviewTools::said).collect(Collectors.joining("\n\n")));
  }

  private static String said(Explanation explanation) {
    String facts =
        explanation.facts().stream()
            .map(fact -> "\n- %s %s".formatted(fact.at(), Said.quoted(fact.text())))
            .collect(Collectors.joining());
    return "%s %s: %s (since %s)%s"
        .formatted(
            explanation.kind().wireName().replace('_', ' '),
            explanation.id(),
            Said.quoted(explanation.headline()),
            explanation.since(),
            facts);
  }

  private Answer<BriefJson> brief(Span input, Calling calling) {
    Brief brief =
        input.within() == null
            ? engine.briefing().sinceLooked(Reader.PERSON)
            : engine.briefing().within(input.within());
    String text =
        brief.isEmpty()
            ? "Nothing is new."
            : brief.groups().stream().map(OverviewTools::said).collect(Collectors.joining("\n"));
    return new Answer<>(BriefJson.of(brief), text);
  }

  private static String said(Brief.Group group) {
    return group.newest().stream()
        .map(item -> "\n- %s %s".formatted(item.at(), Said.quoted(item.text())))
        .collect(Collectors.joining("", "%s (%d)".formatted(group.topic(), group.count()), ""));
  }

  record AttentionJson(List<AttentionItemJson> items) {}

  /**
   * What waits for the person, on the wire.
   *
   * @param remedy the command that deals with it; words in capitals are to be filled in
   */
  record AttentionItemJson(
      String kind,
      String urgency,
      String since,
      String subjectId,
      @Nullable String conversationId,
      String reason,
      String remedy) {

    static AttentionItemJson of(AttentionItem item) {
      return new AttentionItemJson(
          item.kind().wireName(),
          item.urgency().wireName(),
          item.since().toString(),
          item.subject(),
          Said.text(item.conversation()),
          item.reason(),
          item.remedy());
    }
  }

  record ExplanationsJson(List<ExplanationJson> items) {}

  /**
   * A brief on the wire.
   *
   * @param since absent if the person never looked
   * @param whole false if the oldest of it was left out
   * @param groups the worst first
   */
  record BriefJson(@Nullable String since, boolean whole, List<GroupJson> groups) {

    static BriefJson of(Brief brief) {
      return new BriefJson(
          Said.text(brief.since()),
          brief.isWhole(),
          brief.groups().stream().map(GroupJson::of).toList());
    }
  }

  /** The news about one topic on the wire. */
  record GroupJson(String topic, int count, List<NewsJson> newest) {

    static GroupJson of(Brief.Group group) {
      return new GroupJson(
          group.topic().wireName(),
          group.count(),
          group.newest().stream().map(NewsJson::of).toList());
    }
  }

  /** One piece of news on the wire. */
  record NewsJson(String at, String subjectId, String text) {

    static NewsJson of(Brief.Item item) {
      return new NewsJson(item.at().toString(), item.subject(), item.text());
    }
  }
}
