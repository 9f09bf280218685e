package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.Backup;
import dev.engine.domain.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of a store from its beginning, and those of each past that a restore has ended: a
 * backup may lead back to any of them.
 */
final class Timeline {

  private final Map<String, List<Event>> byBackup = new HashMap<>();
  private List<Event> events = new ArrayList<>();

  void add(Event event) {
    events.add(event);
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The position of the newest event; 0 if there is none. */
  long head() {
    return events.isEmpty() ? 0 : events.getLast().position();
  }

  /** Null if there is none. */
  @Nullable Event newest() {
    return events.isEmpty() ? null : events.getLast();
  }

  /** {@code backup} was taken just now. */
  void isBackedUpBy(Backup backup) {
    byBackup.put(backup.fileName(), events);
  }

  /** Goes back to the moment of {@code backup}. */
  void goBackTo(Backup backup) {
    long head = head(backup);
    List<Event> past = Objects.requireNonNull(byBackup.get(backup.fileName()));
    events = new ArrayList<>(past.stream().filter(event -> event.position() <= head).toList());
    assertThat(head()).as("the journal that was restored").isEqualTo(head);
  }

  static long head(Backup backup) {
    return Objects.requireNonNull(backup.seal()).journalHead();
  }
}
