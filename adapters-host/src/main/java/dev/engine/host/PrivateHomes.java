package dev.engine.host;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.Purge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Homes in the file system, 0700 and 0600 throughout. */
public final class PrivateHomes implements HomeFolders {

  /** Keeps a home out of every git repository, without touching the project's own ignore file. */
  private static final String IGNORE_EVERYTHING = "*\n";

  @Override
  public boolean exists(HomeFolder home) {
    return Files.isDirectory(home.path());
  }

  @Override
  public List<Path> make(HomeFolder home) {
    if (!Files.isDirectory(home.project())) {
      throw new NotFound("folder", home.project()); // a slip of the pen, not a wish for a project
    }
    try {
      List<Path> made = new ArrayList<>();
      for (Path folder : home.folders()) {
        made.addAll(PrivateFiles.makeFolders(folder));
      }
      Path ignore = ignoreFile(home);
      if (!Files.exists(ignore)) {
        PrivateFiles.write(ignore, IGNORE_EVERYTHING.getBytes(StandardCharsets.UTF_8));
        made.add(ignore);
      }
      return List.copyOf(made);
    } catch (FileAlreadyExistsException taken) {
      throw new Conflict(taken.getFile() + " is in the way: it is not a folder");
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot make " + home, refused);
    }
  }

  @Override
  public List<Path> tooOpen(HomeFolder home) {
    try {
      return HomeWalk.tooOpen(home);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot look into " + home, refused);
    }
  }

  @Override
  public List<Path> close(HomeFolder home) {
    List<Path> open = tooOpen(home);
    try {
      for (Path path : open) {
        // The owner's own bits stay: a script may be executable.
        Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        mode.retainAll(PrivateFiles.OWNER_FOLDER);
        Files.setPosixFilePermissions(path, mode);
      }
      return open;
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot close " + home + " to others", refused);
    }
  }

  @Override
  public Purge purge(HomeFolder home) {
    try {
      if (!Files.exists(home.path(), LinkOption.NOFOLLOW_LINKS)) {
        return new Purge.NothingThere(home);
      }
      if (Files.isSymbolicLink(home.path())) {
        return new Purge.NotOurs(home, "it is a link");
      }
      if (!hasOurMarks(home)) {
        return new Purge.NotOurs(home, "it lacks what Engine puts into every home");
      }
      HomeWalk.delete(home.path());
      return new Purge.Purged(home);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete " + home, refused);
    }
  }

  private static boolean hasOurMarks(HomeFolder home) throws IOException {
    Path ignore = ignoreFile(home);
    return home.folders().stream().allMatch(Files::isDirectory)
        && Files.isRegularFile(ignore)
        && Files.readString(ignore).equals(IGNORE_EVERYTHING);
  }

  private static Path ignoreFile(HomeFolder home) {
    return home.path().resolve(".gitignore");
  }
}
