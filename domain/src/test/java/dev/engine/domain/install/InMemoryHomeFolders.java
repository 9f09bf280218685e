package dev.engine.domain.install;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@link HomeFolders} for the tests of everything above. */
public final class InMemoryHomeFolders implements HomeFolders {

  private final Set<HomeFolder> homes = new HashSet<>();
  private final Set<HomeFolder> foreign = new HashSet<>();
  private final Set<Path> open = new TreeSet<>();

  /** Lets others read {@code path}. */
  public synchronized void open(Path path) {
    open.add(path);
  }

  /** Puts something there that nobody made as a home. */
  public synchronized void makeForeign(HomeFolder home) {
    foreign.add(home);
  }

  @Override
  public synchronized boolean exists(HomeFolder home) {
    return homes.contains(home);
  }

  @Override
  public synchronized List<Path> make(HomeFolder home) {
    return homes.add(home) ? home.folders() : List.of();
  }

  @Override
  public synchronized List<Path> tooOpen(HomeFolder home) {
    return open.stream().filter(path -> path.startsWith(home.path())).toList();
  }

  @Override
  public synchronized List<Path> close(HomeFolder home) {
    List<Path> closed = tooOpen(home);
    open.removeAll(closed);
    return closed;
  }

  @Override
  public synchronized Purge purge(HomeFolder home) {
    if (foreign.contains(home)) {
      return new Purge.NotOurs(home, "it is a link");
    }
    return homes.remove(home) ? new Purge.Purged(home) : new Purge.NothingThere(home);
  }
}
