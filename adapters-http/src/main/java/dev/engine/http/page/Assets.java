package dev.engine.http.page;

import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that the page is made of. Our own are in {@code src/main/dashboard}; those of libraries
 * come from their jars as they are, and only the few that are named here.
 */
final class Assets {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}\\.(js|css|html)");
  private static final Pattern FOLDER = Pattern.compile("[a-z]{1,20}");

  /** What is served of libraries, by the name it has here. */
  private static final Map<String, LibraryFile> LIBRARY_FILES =
      Map.of(
          "preact.js", LibraryFile.ofWebJar("preact", "dist/preact.module.js"),
          "preact-hooks.js", LibraryFile.ofWebJar("preact", "hooks/dist/hooks.module.js"),
          "htm.js", LibraryFile.ofMvnpm("htm", "dist/htm.module.js"),
          "marked.js", LibraryFile.ofWebJar("marked", "lib/marked.esm.js"),
          "dompurify.js", LibraryFile.ofWebJar("dompurify", "dist/purify.es.mjs"),
          "normalize.css", LibraryFile.ofWebJar("normalize.css", "normalize.css"));

  /**
   * A file of our own.
   *
   * @param folder in {@code src/main/dashboard}; empty for the folder itself
   * @throws Refusal if there is none
   */
  String own(String folder, String name) {
    boolean isName =
        NAME.matcher(name).matches() && (folder.isEmpty() || FOLDER.matcher(folder).matches());
    String path = folder.isEmpty() ? name : folder + "/" + name;
    try (InputStream in = isName ? Assets.class.getResourceAsStream(path) : null) {
      return text(in, path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A file of a library.
   *
   * @throws Refusal if it is none of those that the page needs
   */
  String library(String name) {
    LibraryFile file = LIBRARY_FILES.get(name);
    try (InputStream in = file == null ? null : file.open()) {
      return text(in, name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(@Nullable InputStream in, String path) throws IOException {
    if (in == null) {
      throw new Refusal(Trouble.UNKNOWN_PATH, "the page has no file " + path);
    }
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
