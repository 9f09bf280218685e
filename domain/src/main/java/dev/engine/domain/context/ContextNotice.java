package dev.engine.domain.context;

import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.ModelContext;
import dev.engine.domain.session.Session;

/** The words of a context warning. */
public final class ContextNotice {

  private ContextNotice() {}

  /**
   * What the conversation of {@code warned} is told.
   *
   * @param percentUsed 0..100
   */
  public static Notice of(Session warned, int percentUsed) {
    ContextLevel level = warned.report().context().warned();
    Notice notice =
        new Notice(
            warned.conversation(),
            NotificationType.CONTEXT_WARNING,
            warned.id().value(),
            "The context of session %s is %d %% full".formatted(warned.id(), percentUsed),
            body(warned.assignment().mode(), level));
    return notice.on(terms(warned.report().context()));
  }

  /** Each level of each context is told once, and not after the context was emptied. */
  private static Terms terms(ModelContext context) {
    return Terms.PLAIN
        .ofGeneration(context.warningGeneration())
        .with(urgency(context.warned()))
        .onlyIf(StillTrue.CONTEXT_WARNED);
  }

  private static Urgency urgency(ContextLevel level) {
    return switch (level) {
      case NONE, HALF -> Urgency.NORMAL;
      case HIGH -> Urgency.HIGH;
      case CRITICAL -> Urgency.CRITICAL;
    };
  }

  private static String body(Mode mode, ContextLevel level) {
    return switch (mode) {
      case INTERACTIVE -> forPerson(level);
      case BACKGROUND, AUTONOMOUS -> forNobody(level);
    };
  }

  private static String forPerson(ContextLevel level) {
    return switch (level) {
      case NONE -> "";
      case HALF ->
          "Tell the person at the next natural stop, and that /compact or /clear gives room.";
      case HIGH ->
          "Tell the person now, finish the step you are at, and propose /compact or /clear before"
              + " the next large one.";
      case CRITICAL ->
          "Tell the person at once. Write down what must not be lost, and begin nothing large"
              + " before /compact or /clear.";
    };
  }

  private static String forNobody(ContextLevel level) {
    return switch (level) {
      case NONE -> "";
      case HALF ->
          "Nobody watches this session: keep notes in a file from which another could go on, and"
              + " read no more than you need.";
      case HIGH ->
          "Nobody watches this session: bring your notes up to date now, and hand large steps that"
              + " are left to workers.";
      case CRITICAL ->
          "Nobody watches this session: write down what is done and what is left, hand over or"
              + " finish, and begin nothing new. What is not written down may be lost when the"
              + " context is compacted.";
    };
  }
}
