package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BackupRoomTest {

  private static final long MIB = 1L << 20;

  @Test
  void whatIsNeededHasToBeFree() {
    assertThat(new BackupRoom(100, 100).isEnough()).isTrue();
    assertThat(new BackupRoom(99, 100).isEnough()).isFalse();
  }

  @Test
  void itTellsBothAndNeverMoreRoomThanThereIs() {
    assertThat(new BackupRoom(3 * MIB - 1, 5 * MIB - 1).told())
        .isEqualTo("a backup and its trial need 5 MiB, 2 MiB are free on their disk");
  }
}
