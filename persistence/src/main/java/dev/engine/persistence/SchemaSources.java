package dev.engine.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The SQL that the schema module packs: {@code schema.sql} and the files of the migrations. */
final class SchemaSources {

  private static final String FOLDER = "dev/engine/schema/";
  private static final String MIGRATIONS = FOLDER + "migrations/";

  private SchemaSources() {}

  /** The schema as it is now, in one script. */
  static String schema() {
    return read(FOLDER + "schema.sql");
  }

  /** One migration. */
  static String migration(String fileName) {
    return read(MIGRATIONS + fileName);
  }

  /** The file names of all migrations, by number. */
  static List<String> migrations() {
    // A folder inside a jar need not have an entry of its own: schema.sql beside it surely has.
    URL anchor = resource(FOLDER + "schema.sql");
    try {
      URLConnection opened = anchor.openConnection();
      return opened instanceof JarURLConnection jar ? inJar(jar) : inFolder(anchor.toURI());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> inJar(JarURLConnection jar) throws IOException {
    return jar.getJarFile().stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(MIGRATIONS) && name.endsWith(".sql"))
        .map(name -> name.substring(MIGRATIONS.length()))
        .sorted()
        .toList();
  }

  private static List<String> inFolder(URI anchor) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(anchor).resolveSibling("migrations"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }

  private static String read(String name) {
    try (InputStream content = resource(name).openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(
        SchemaSources.class.getClassLoader().getResource(name), "not packed: " + name);
  }
}
