package dev.engine.services.doctor;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import java.nio.file.Path;
import java.util.List;

/** That the home is there and nobody but its owner can read it. */
public final class PrivacyCheck implements Check {

  private final HomeFolders folders;
  private final HomeFolder home;

  public PrivacyCheck(HomeFolders folders, HomeFolder home) {
    this.folders = folders;
    this.home = home;
  }

  @Override
  public String name() {
    return "home";
  }

  @Override
  public Finding look() {
    if (!folders.exists(home)) {
      return new Finding.Fail(home + " is not there", "run `engine init`");
    }
    List<Path> open = folders.tooOpen(home);
    return open.isEmpty()
        ? new Finding.Pass(home + " is closed to others")
        : new Finding.Fail(
            "others can read or change " + open.getFirst() + others(open.size() - 1),
            "run `engine doctor --fix`");
  }

  @Override
  public void repair() {
    folders.close(home);
  }

  private static String others(int count) {
    return count == 0 ? "" : " and %,d more".formatted(count);
  }
}
