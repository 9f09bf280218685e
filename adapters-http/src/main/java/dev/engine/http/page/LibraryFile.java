package dev.engine.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A file of a JavaScript library that comes as a jar. Its version is part of its path there, and is
 * read from the jar itself, so that it stands in the POM only.
 *
 * @param group of the jar in Maven
 * @param library the name of the jar in Maven
 * @param root the folder of the jar that has all libraries of that kind
 * @param path in the library
 */
record LibraryFile(String group, String library, String root, String path) {

  /** From a jar of https://www.webjars.org. */
  static LibraryFile ofWebJar(String library, String path) {
    return new LibraryFile("org.webjars.npm", library, "META-INF/resources/webjars", path);
  }

  /** From a jar of https://mvnpm.org. */
  static LibraryFile ofMvnpm(String library, String path) {
    return new LibraryFile("org.mvnpm", library, "META-INF/resources/_static", path);
  }

  /**
   * The content; null if the library has no such file.
   *
   * @throws IOException if its jar cannot be read
   */
  @Nullable InputStream open() throws IOException {
    return resource("%s/%s/%s/%s".formatted(root, library, version(), path));
  }

  private @Nullable String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        resource("META-INF/maven/%s/%s/pom.properties".formatted(group, library))) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version");
  }

  private static @Nullable InputStream resource(String path) {
    return LibraryFile.class.getClassLoader().getResourceAsStream(path);
  }
}
