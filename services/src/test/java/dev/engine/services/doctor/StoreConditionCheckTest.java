package dev.engine.services.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.database.StorePlace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoreConditionCheckTest {

  private static final LogHold SHORT = new LogHold(4_096, List.of());

  @Test
  void aLocalDiskWithRoomIsRight() {
    assertThat(look("ext4", condition(5_000, SHORT)))
        .isEqualTo(new Finding.Pass("ext4, 5,000 MiB free"));
    assertThat(look("ext4", new StoreCondition(null, SHORT)))
        .isEqualTo(new Finding.Pass("ext4, room unknown"));
  }

  @Test
  void aDiskThatIsNearlyFullIsToldBeforeItIs() {
    assertThat(look("ext4", condition(12, SHORT)))
        .isEqualTo(
            new Finding.Warn(
                "12 MiB are free on the disk of the store, 1,024 are to stay free",
                "delete what nobody needs, such as backups and old outputs of workers"));
  }

  @Test
  void aLogThatSomebodyHoldsIsTold() {
    assertThat(look("ext4", condition(5_000, new LogHold(70L << 20, List.of(4_242L)))))
        .isEqualTo(
            new Finding.Warn(
                "the write-ahead log has 70 MiB: process 4242 reads on and on",
                "end what reads the database for so long"));
  }

  @Test
  void aFileSystemThatNobodyKnowsIsTold() {
    assertThat(look("newfs", condition(5_000, SHORT)))
        .isEqualTo(
            new Finding.Warn(
                "the store is on a file system that Engine does not know (newfs)",
                "make sure that it is on this machine: SQLite's locks do not hold over a network"));
  }

  @Test
  void oneOverANetworkFails() {
    Check check = check("nfs4", condition(5_000, SHORT));

    List<Doctor.Diagnosis> found = new Doctor(List.of(check)).examine();

    assertThat(found)
        .singleElement()
        .extracting(Doctor.Diagnosis::finding)
        .isInstanceOf(Finding.Fail.class);
  }

  private static Finding look(String type, StoreCondition condition) {
    return check(type, condition).look();
  }

  private static Check check(String type, StoreCondition condition) {
    StorePlace place = new StorePlace(Path.of("/srv/project"), type);
    return new StoreConditionCheck(() -> place, () -> condition);
  }

  private static StoreCondition condition(long freeMib, LogHold log) {
    return new StoreCondition(
        new DiskRoom(freeMib << 20, 1L << 20, DiskRoom.Reserve.STANDARD), log);
  }
}
