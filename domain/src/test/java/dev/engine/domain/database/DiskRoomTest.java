package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.DiskRoom.Reserve;
import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;

final class DiskRoomTest {

  private static final long MIB = 1L << 20;

  @Test
  void ofASmallStoreAGibibyteIsToStayFree() {
    assertThat(room(1_024, 10).isLow()).isFalse();
    assertThat(room(1_023, 10).isLow()).isTrue();
  }

  @Test
  void ofALargeOneThreeTimesItsSizeIs() {
    assertThat(room(3_000, 1_000).isLow()).isFalse();
    assertThat(room(2_999, 1_000).isLow()).isTrue();
  }

  @Test
  void itTellsWhatIsThereAndWhatIsWanted() {
    assertThat(room(310, 1_000).told())
        .isEqualTo("310 MiB are free on the disk of the store, 3,000 are to stay free");
  }

  @Test
  void whoReservesNothingIsNeverLow() {
    assertThat(new DiskRoom(0, MIB, new Reserve(0, 0)).isLow()).isFalse();
  }

  @Test
  void noReserveIsNegative() {
    assertThatThrownBy(() -> new Reserve(-1, 3)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Reserve(1, -3)).isInstanceOf(InvalidInput.class);
  }

  private static DiskRoom room(long freeMib, long databaseMib) {
    return new DiskRoom(freeMib * MIB, databaseMib * MIB, Reserve.STANDARD);
  }
}
