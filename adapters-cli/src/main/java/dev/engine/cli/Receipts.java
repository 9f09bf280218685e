package dev.engine.cli;

import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.Offer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the path of each notice of a conversation looks in a terminal. */
final class Receipts {

  private Receipts() {}

  static Table table(List<Notification> notices, Output output) {
    Table table = new Table("NOTICE", "QUEUED", "OFFERED", "TO", "CONFIRMED", "STATE", "TITLE");
    for (Notification notice : notices) {
      Offer offer = notice.state().offer();
      table.row(
          Cell.of(notice.id(), Tone.ACCENT),
          output.ago(notice.createdAt()),
          ago(offer == null ? null : offer.at(), output),
          offer == null ? Cell.of("-", Tone.MUTED) : Cell.of(offer.to()),
          ago(notice.state().confirmedAt(), output),
          state(notice.state()),
          Cell.of(notice.notice().title()));
    }
    return table;
  }

  private static Cell ago(@Nullable Instant at, Output output) {
    return at == null ? Cell.of("-", Tone.MUTED) : output.ago(at);
  }

  private static Cell state(State state) {
    return Cell.of(
        state.standing(),
        switch (state.standing()) {
          case QUEUED, OFFERED -> Tone.WARN;
          case CONFIRMED, SEEN -> Tone.PASS;
          case WITHDRAWN, EXPIRED -> Tone.MUTED;
          case DEAD -> Tone.FAIL;
        });
  }
}
