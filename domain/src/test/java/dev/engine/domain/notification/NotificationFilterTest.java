package dev.engine.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.notification.NotificationFilter.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotificationFilterTest {

  @Test
  void eachStandingIsLetThroughByItsProgressAndByAny() {
    assertThat(through(Progress.WAITING)).containsExactly(Standing.QUEUED, Standing.OFFERED);
    assertThat(through(Progress.TOLD)).containsExactly(Standing.CONFIRMED, Standing.SEEN);
    assertThat(through(Progress.DROPPED)).containsExactly(Standing.WITHDRAWN, Standing.EXPIRED);
    assertThat(through(Progress.DEAD)).containsExactly(Standing.DEAD);
    assertThat(through(Progress.ANY)).containsExactly(Standing.values());
  }

  private static List<Standing> through(Progress progress) {
    NotificationFilter filter = new NotificationFilter(null, progress);
    return Arrays.stream(Standing.values()).filter(filter::lets).toList();
  }
}
