package dev.engine.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TicketsTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T12:00:00Z"));
  private final Tickets tickets =
      new Tickets(3, Duration.ofMinutes(1), now::get, new SplittableRandom(1));

  @Test
  void aTicketIsGoodForItsTimeAndNoLonger() {
    String ticket = tickets.issue();

    now.updateAndGet(instant -> instant.plusSeconds(59));
    boolean before = tickets.isGood(ticket);
    now.updateAndGet(instant -> instant.plusSeconds(1));
    boolean after = tickets.isGood(ticket);

    assertThat(before).isTrue();
    assertThat(after).isFalse();
  }

  @Test
  void aTicketIsUsedOnce() {
    String ticket = tickets.issue();

    boolean first = tickets.use(ticket);
    boolean second = tickets.use(ticket);

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(tickets.isGood(ticket)).isFalse();
  }

  @Test
  void theOldestIsVoidWhenThereAreTooMany() {
    String oldest = tickets.issue();
    String[] others = {tickets.issue(), tickets.issue(), tickets.issue()};

    assertThat(tickets.isGood(oldest)).isFalse();
    assertThat(others).allMatch(tickets::isGood);
  }

  @Test
  void whatWasNotIssuedIsNotGood() {
    String ticket = tickets.issue();

    assertThat(tickets.isGood("")).isFalse();
    assertThat(tickets.isGood(ticket + "0")).isFalse();
    assertThat(tickets.use(ticket.substring(1))).isFalse();
  }

  @Test
  void aTicketHas256BitsThatNoOtherHas() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> tickets.issue()))
        .allMatch(ticket -> ticket.matches("[A-Za-z0-9_-]{43}"))
        .doesNotHaveDuplicates();
  }
}
