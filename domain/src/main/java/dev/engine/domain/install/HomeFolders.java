package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.List;

/**
 * The homes of engines on this machine, which nobody but their owner may read.
 *
 * <p>Any method may throw {@link StorageUnavailable} if the file system refuses. {@code
 * HomeFoldersContract} is this interface in tests.
 */
public interface HomeFolders {

  /** Whether {@code home} is there. */
  boolean exists(HomeFolder home);

  /**
   * Makes what is missing of {@code home}. What is there already is not touched.
   *
   * @return the folders and files that were made, in that order; empty if nothing was missing
   * @throws Conflict if something else stands where a folder must be
   * @throws NotFound if the project that it is to be in is not there
   */
  List<Path> make(HomeFolder home);

  /**
   * What others than its owner may read or change, in the order of the names; empty if {@code home}
   * is not there. What workers put into their workspaces is theirs and not looked at.
   */
  List<Path> tooOpen(HomeFolder home);

  /** Closes what {@link #tooOpen} names, and gives that list. */
  List<Path> close(HomeFolder home);

  /** Deletes {@code home} and everything in it, if it is one that Engine made. */
  Purge purge(HomeFolder home);
}
