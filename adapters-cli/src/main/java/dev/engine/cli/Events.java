package dev.engine.cli;

import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import java.util.List;

/** How events look in a terminal. */
final class Events {

  private Events() {}

  static Table table(List<Event> events) {
    Table table = new Table("EVENT", "AT", "KIND", "OF", "BY", "DATA");
    for (Event event : events) {
      table.row(
          Cell.of(event.position(), Tone.MUTED),
          Cell.of(event.happening().at()),
          Cell.of(event.kind(), Tone.ACCENT),
          Cell.of(about(event.happening())),
          Cell.of(event.actor()),
          Cell.of(data(event), Tone.MUTED));
    }
    return table;
  }

  /** One event in one line, for output that goes on: the columns do not know what comes. */
  static String line(Event event) {
    return "%-24s  %-22s  %-21s  %-6s  %s"
        .formatted(
            event.happening().at(),
            event.kind(),
            about(event.happening()),
            event.actor(),
            data(event))
        .stripTrailing();
  }

  /** What it happened to, such as {@code worker 3fa94c01}. */
  private static String about(Happening happening) {
    if (happening.subject() != null) {
      return happening.subject().toString();
    }
    return happening.session() == null ? "-" : "session " + happening.session();
  }

  private static String data(Event event) {
    Facts facts = event.happening().facts();
    return facts.equals(Facts.NONE) ? "" : facts.json();
  }
}
