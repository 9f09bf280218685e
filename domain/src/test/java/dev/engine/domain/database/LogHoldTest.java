package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LogHoldTest {

  @Test
  void aLogMayHaveSixtyFourMebibytes() {
    assertThat(new LogHold(64L << 20, List.of()).isTooLong()).isFalse();
    assertThat(new LogHold((64L << 20) + 1, List.of()).isTooLong()).isTrue();
  }

  @Test
  void whoReadsIsNamed() {
    assertThat(new LogHold(80L << 20, List.of(7L)).told())
        .isEqualTo("the write-ahead log has 80 MiB: process 7 reads on and on");
    assertThat(new LogHold(80L << 20, List.of(7L, 9L)).told())
        .isEqualTo("the write-ahead log has 80 MiB: process 7, process 9 read on and on");
    assertThat(new LogHold(80L << 20, List.of()).told())
        .isEqualTo("the write-ahead log has 80 MiB: somebody reads on and on");
  }
}
