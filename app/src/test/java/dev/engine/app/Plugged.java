package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped plugin of Claude Code, and what the client adds when it runs it. */
final class Plugged {

  static final Path ROOT = Shipped.DISTRIBUTION.resolve("share/claude-plugin/engine");

  private Plugged() {}

  /** A project in {@code folder} that Engine keeps, and whose settings leave all to the plugin. */
  static Path project(Path folder) {
    Shipped.Result init = Shipped.engine(folder, "init", "--yes", "--via", "plugin");
    assertThat(init.exitCode()).as(init.err()).isZero();
    return folder;
  }

  /** Runs the hook of the plugin in {@code root} for a session in {@code project}. */
  static Shipped.Result hook(Path root, Path project, Map<String, String> more, String... args) {
    List<String> command =
        Stream.concat(Stream.of(root.resolve("hooks/engine-hook").toString()), Stream.of(args))
            .toList();
    return Shipped.run(project, command, payload(args[args.length - 1]), with(project, more));
  }

  static Shipped.Result hook(Path project, String... args) {
    return hook(ROOT, project, Map.of(), args);
  }

  /** The environment of a session in {@code project}, whose person has no settings. */
  static Map<String, String> with(Path project, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CLAUDE_PROJECT_DIR", project.toString());
    environment.put("CLAUDE_CONFIG_DIR", project.resolve("no-config").toString());
    environment.putAll(more);
    return environment;
  }

  /** What the client tells of {@code event}. */
  static String payload(String event) {
    return "{\"session_id\":\"a\",\"hook_event_name\":\"%s\"}".formatted(event);
  }

  /** The plugin as a client has it that copies what it installs. */
  static Path copy(Path config) {
    Path copy = config.resolve("plugins/cache/engine/engine/0.1.0");
    try (Stream<Path> files = Files.walk(ROOT)) {
      Files.createDirectories(copy.getParent());
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(ROOT.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
      return copy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
