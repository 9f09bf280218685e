package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StorePlaceTest {

  private static final Path FOLDER = Path.of("/srv/project");

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "EXT4"})
  void aFileSystemOfThisMachineIsTaken(String type) {
    StorePlace place = new StorePlace(FOLDER, type);

    assertThat(place.kind()).isEqualTo(FileSystemKind.LOCAL);
    assertThatCode(place::requireLocal).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "fuse.sshfs",
        "ceph",
        "vboxsf",
        "NFS4"
      })
  void oneOverANetworkIsRefused(String type) {
    StorePlace place = new StorePlace(FOLDER, type);

    assertThat(place.kind()).isEqualTo(FileSystemKind.SHARED);
    assertThatThrownBy(place::requireLocal)
        .isInstanceOf(StorageRefused.class)
        .hasMessage(
            "/srv/project is on a file system over a network (%s), where SQLite's locks do not"
                + " hold: move the project to a local disk, or name another home by ENGINE_HOME",
            type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newfs", "fuse", "unknown", ""})
  void oneThatNobodyKnowsIsTaken(String type) {
    StorePlace place = new StorePlace(FOLDER, type);

    assertThat(place.kind()).isEqualTo(FileSystemKind.UNKNOWN);
    assertThatCode(place::requireLocal).doesNotThrowAnyException();
  }
}
