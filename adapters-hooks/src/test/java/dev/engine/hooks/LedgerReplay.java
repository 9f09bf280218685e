package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.Standing;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where one notification must stand, as its events in the journal tell it. An event that cannot
 * follow the one before fails the test.
 */
final class LedgerReplay {

  private final List<Event> events = new ArrayList<>();
  private Standing standing = Standing.QUEUED;
  private int attempts;
  private boolean isDoubtful;
  private int offers;

  /** To which sessions it was offered without a sign that it arrived, or that it did not. */
  private final List<SessionId> doubtedIn = new ArrayList<>();

  /** Takes the next event of the notification. */
  void take(Event event) {
    events.add(event);
    Happening told = event.happening();
    switch (event.kind().value()) {
      case "notification.queued" -> require(events.size() == 1);
      case "notification.offered" -> {
        require(standing == Standing.QUEUED);
        attempts++;
        offers++;
        require(told.facts().json().contains("\"attempt\":%d".formatted(attempts)));
        stand(Standing.OFFERED, false);
      }
      case "notification.confirmed" -> {
        require(standing == Standing.OFFERED || isDoubtful);
        stand(Standing.CONFIRMED, false);
      }
      case "notification.returned" -> returned(told);
      case "notification.moved" -> require(standing == Standing.QUEUED);
      case "notification.seen" -> {
        require(standing == Standing.CONFIRMED);
        stand(Standing.SEEN, false);
      }
      case "notification.withdrawn" -> {
        require(isWaiting());
        stand(Standing.WITHDRAWN, false);
      }
      case "notification.expired" -> {
        require(standing == Standing.QUEUED);
        stand(Standing.EXPIRED, false);
      }
      case "notification.dead" -> {
        require(standing == Standing.OFFERED && attempts == Deliveries.MOST_ATTEMPTS);
        stand(Standing.DEAD, told.facts().json().contains("\"silence\""));
      }
      default -> throw new AssertionError("no event of a notification: " + event);
    }
  }

  /** Fails unless {@code stored} is what the journal has made of it. */
  void requireExplains(Notification stored) {
    State state = stored.state();
    require(state.standing() == standing);
    if (isWaiting()) {
      require(state.attempts() == attempts);
      require((state.offer() != null) == (isDoubtful || standing == Standing.OFFERED));
    }
    require(stored.notice().conversation().equals(events.getLast().happening().conversation()));
  }

  /** Whether it was offered at a time that comes after {@code time}: the clock was set back. */
  boolean wasOfferedAfter(Instant time) {
    return events.stream()
        .anyMatch(
            event ->
                event.kind().value().equals("notification.offered")
                    && event.happening().at().isAfter(time));
  }

  /** Whether {@code session} may have been told already, so that it must not be told again. */
  boolean isDoubtedIn(SessionId session) {
    return doubtedIn.contains(session);
  }

  /** How often it was offered, taken back or not. */
  int offers() {
    return offers;
  }

  private void returned(Happening told) {
    String facts = told.facts().json();
    if (facts.contains("\"silence\"")) {
      require(standing == Standing.OFFERED);
      doubtedIn.add(Objects.requireNonNull(told.session()));
      stand(Standing.QUEUED, true);
    } else if (facts.contains("\"context_gone\"")) {
      require(standing == Standing.OFFERED);
      stand(Standing.QUEUED, false);
    } else {
      require(facts.contains("\"answer_unused\""));
      require(standing == Standing.OFFERED || standing == Standing.CONFIRMED || isDoubtful);
      attempts--;
      if (isDoubtful && standing == Standing.QUEUED) {
        doubtedIn.removeLast();
      }
      stand(Standing.QUEUED, false);
    }
  }

  private void stand(Standing next, boolean inDoubt) {
    standing = next;
    isDoubtful = inDoubt;
  }

  private boolean isWaiting() {
    return standing == Standing.QUEUED || standing == Standing.OFFERED;
  }

  private void require(boolean holds) {
    assertThat(holds).as("the journal explains: %s", this).isTrue();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      Happening told = event.happening();
      text.append(
          "\n  %d %s %s %s session %s %s"
              .formatted(
                  event.position(),
                  told.at(),
                  event.kind().value(),
                  told.conversation(),
                  told.session(),
                  told.facts().json()));
    }
    return text.toString();
  }
}
