package dev.engine.services.why;

import dev.engine.domain.TextLength;
import dev.engine.domain.journal.Event;
import dev.engine.services.why.Explanation.Fact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of an explanation while they are collected. */
final class Story {

  /** As much of a text that somebody wrote as a sentence repeats. */
  private static final int QUOTE_LENGTH = 80;

  private final List<Fact> facts = new ArrayList<>();

  /** What {@code event} tells. */
  void add(Event event, String text) {
    facts.add(new Fact(event.happening().at(), text, event.position()));
  }

  /** What a row tells. */
  void add(Instant at, String text) {
    facts.add(new Fact(at, text, null));
  }

  /** What was told, the oldest first. */
  List<Fact> told() {
    return facts.stream().sorted(Comparator.comparing(Fact::at)).toList();
  }

  /** What {@code event} says of {@code name}; null if it says nothing. */
  static @Nullable String of(Event event, String name) {
    return event.happening().facts().find(name).orElse(null);
  }

  /** What {@code event} says of {@code name}, or {@code otherwise}. */
  static String of(Event event, String name, String otherwise) {
    return event.happening().facts().find(name).orElse(otherwise);
  }

  /** The session that {@code event} is about, by name. */
  static String session(Event event) {
    return event.happening().session() == null
        ? "a session"
        : "session " + event.happening().session();
  }

  /** A time in a sentence: UTC, to the second. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** What somebody wrote, in a sentence. */
  static String quoted(String text) {
    return "\"" + TextLength.headline(text, QUOTE_LENGTH) + "\"";
  }

  /** {@code 1 notice}, {@code 2 notices}. */
  static String count(int count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }
}
