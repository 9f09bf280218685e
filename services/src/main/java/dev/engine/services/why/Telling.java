package dev.engine.services.why;

import dev.engine.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was told what became of a thing, for what is about to be explained.
 *
 * @param addressee who is to be told; null if nobody is
 * @param notices what was queued about the thing, the newest first
 */
record Telling(@Nullable ConversationId addressee, List<NoticeReasons.Case> notices) {

  /** What has been told, and to whom; {@code otherwise} if nobody is to be told. */
  void addTo(Story story, String otherwise, Instant at) {
    if (addressee == null) {
      story.add(at, otherwise);
    }
    for (NoticeReasons.Case notice : notices) {
      story.add(
          notice.notification().createdAt(),
          "notice %s for %s %s"
              .formatted(
                  notice.notification().id(),
                  notice.notification().notice().conversation(),
                  NoticeReasons.headline(notice)));
    }
  }

  /** How to look further into it. */
  List<Explanation.Step> steps() {
    return notices.stream()
        .limit(1)
        .map(
            notice ->
                new Explanation.Step(
                    "engine why " + notice.notification().id(), "whether that was told"))
        .toList();
  }
}
