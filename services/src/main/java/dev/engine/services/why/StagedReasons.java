package dev.engine.services.why;

import dev.engine.domain.content.StagedEvents;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.journal.Event;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a staged item stands as it does. */
final class StagedReasons {

  /**
   * What is recorded of a staged item.
   *
   * @param events its own, the oldest first
   * @param telling of the verdict
   */
  record Case(StagedItem item, List<Event> events, Telling telling) {}

  private StagedReasons() {}

  static Explanation explain(Case given) {
    StagedItem item = given.item();
    Story story = new Story();
    for (Event event : given.events()) {
      story.add(event, sentence(event, item));
    }
    if (given.events().isEmpty()) {
      story.add(item.stagedAt(), staged(item));
    }
    given
        .telling()
        .addTo(story, "names no conversation, so nobody is told a verdict", item.stagedAt());
    return new Explanation(
        Kind.STAGED_ITEM,
        item.id().value(),
        item.provenance().conversation(),
        headline(item),
        since(item),
        story.told(),
        next(given));
  }

  private static String headline(StagedItem item) {
    return switch (item.state()) {
      case State.Staged staged ->
          staged.expiresAt() == null
              ? "waits for the person"
              : "waits for the person, until " + Story.time(staged.expiresAt());
      case State.Resolved resolved ->
          switch (resolved.verdict()) {
            case APPROVED -> "was approved" + comment(resolved);
            case REJECTED -> "was rejected" + comment(resolved);
            case DISMISSED -> "was dismissed" + comment(resolved);
            case EXPIRED -> "expired before the person said anything";
          };
    };
  }

  private static String comment(State.Resolved resolved) {
    return resolved.comment().isBlank() ? "" : ": " + Story.quoted(resolved.comment());
  }

  private static Instant since(StagedItem item) {
    return switch (item.state()) {
      case State.Staged staged -> item.stagedAt();
      case State.Resolved resolved -> resolved.at();
    };
  }

  private static String sentence(Event event, StagedItem item) {
    return event.kind().equals(StagedEvents.STAGED)
        ? staged(item)
        : "was settled as %s by %s".formatted(Story.of(event, "verdict", "done"), event.actor());
  }

  private static String staged(StagedItem item) {
    String by =
        item.provenance().session() == null ? "" : " by session " + item.provenance().session();
    return "was staged%s, %s: %s".formatted(by, item.kind(), Story.quoted(item.title()));
  }

  private static List<Step> next(Case given) {
    StagedItem item = given.item();
    List<Step> next = new ArrayList<>();
    if (item.isStaged()) {
      next.add(new Step("engine stage approve " + item.id(), "approve it"));
      next.add(new Step("engine stage reject %s --comment TEXT".formatted(item.id()), "reject it"));
    }
    next.addAll(given.telling().steps());
    next.add(new Step("engine stage show " + item.id(), "what it is"));
    return next;
  }
}
