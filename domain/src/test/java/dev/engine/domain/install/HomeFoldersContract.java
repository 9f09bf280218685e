package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link HomeFolders} promises. */
public interface HomeFoldersContract {

  /** A machine with no home. */
  HomeFolders folders();

  /** Where a home can be made. */
  HomeFolder home();

  /** Lets others read {@code path}. */
  void open(HomeFolders folders, Path path);

  @Test
  default void aHomeIsMadeOnce() {
    HomeFolders folders = folders();

    List<Path> made = folders.make(home());

    assertThat(made).containsAll(home().folders());
    assertThat(folders.exists(home())).isTrue();
    assertThat(folders.make(home())).isEmpty();
  }

  @Test
  default void aNewHomeIsClosedToOthers() {
    HomeFolders folders = folders();

    folders.make(home());

    assertThat(folders.tooOpen(home())).isEmpty();
  }

  @Test
  default void whatIsOpenIsNamedAndCanBeClosed() {
    HomeFolders folders = folders();
    folders.make(home());
    open(folders, home().run());

    List<Path> closed = folders.close(home());

    assertThat(closed).containsExactly(home().run());
    assertThat(folders.tooOpen(home())).isEmpty();
  }

  @Test
  default void aHomeCanBePurgedOnce() {
    HomeFolders folders = folders();
    folders.make(home());

    Purge purge = folders.purge(home());

    assertThat(purge).isEqualTo(new Purge.Purged(home()));
    assertThat(folders.exists(home())).isFalse();
    assertThat(folders.purge(home())).isEqualTo(new Purge.NothingThere(home()));
  }

  @Test
  default void noHomeIsOpenToNobody() {
    assertThat(folders().tooOpen(home())).isEmpty();
  }
}
