package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.aSession;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Want;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WaiterTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  private final Session idle = aSession("0000000a", "client", "builder-00000001");
  private final Session busy = after(idle, new Signal.Prompted());

  @Test
  void onlyWhoDoesNothingIsWoken() {
    assertThat(Waiter.canWake(idle)).isTrue();
    assertThat(Waiter.canWake(busy)).isFalse();
    assertThat(Waiter.canWake(idle.end(LATER, EndReason.LOST))).isFalse();
  }

  @Test
  void whoWaitsForAWordIsWokenAndWhoAsksForPermissionIsNot() {
    assertThat(Waiter.canWake(after(idle, new Signal.WaitsFor(Want.INPUT)))).isTrue();
    assertThat(Waiter.canWake(after(idle, new Signal.WaitsFor(Want.PERMISSION)))).isFalse();
    assertThat(Waiter.canWake(after(busy, new Signal.WaitsFor(Want.INPUT)))).isFalse();
  }

  @Test
  void nobodyIsWaitedForWhoHasGoneOnSinceOrIsGone() {
    Waiter before = new Waiter(idle.claudeId(), call(1), LATER.minusMillis(1));
    Waiter meanwhile = new Waiter(idle.claudeId(), call(1), LATER);

    assertThat(before.isOutrunBy(busy)).isTrue();
    assertThat(meanwhile.isOutrunBy(busy)).isFalse();
    assertThat(before.isOutrunBy(idle)).isFalse();
    assertThat(before.isOutrunBy(after(idle, new Signal.Stopped()))).isFalse();
    assertThat(meanwhile.isOutrunBy(idle.end(LATER, EndReason.LOST))).isTrue();
  }

  private static Session after(Session session, Signal signal) {
    return session.after(sighting("client", signal, LATER));
  }
}
