package dev.engine.persistence;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Another JVM with the class path of the tests, to be killed or run under other circumstances. */
final class ChildJvm {

  private ChildJvm() {}

  /**
   * Starts {@code main}.
   *
   * @param classPath which entries of the tests' class path it gets
   */
  static Process start(Class<?> main, Predicate<String> classPath, String... arguments)
      throws IOException {
    return new ProcessBuilder(command(main, classPath, arguments)).start();
  }

  /** Starts {@code main} with a umask that forbids nothing. */
  static Process startOpenToAll(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
    command.addAll(command(main, entry -> true, arguments));
    return new ProcessBuilder(command).start();
  }

  /** Starts {@code main}, whose files may not become longer than so many blocks of 512 bytes. */
  static Process startWithFilesUpTo(int blocks, Class<?> main, String... arguments)
      throws IOException {
    String limited = "ulimit -f %d; exec \"$@\"".formatted(blocks);
    List<String> command = new ArrayList<>(List.of("sh", "-c", limited, "sh"));
    command.addAll(command(main, entry -> true, arguments));
    return new ProcessBuilder(command).start();
  }

  /** The next line that it writes; null if it has ended instead. */
  static @Nullable String line(Process child) throws IOException {
    return child.inputReader(StandardCharsets.UTF_8).readLine();
  }

  /** Lets it read a line. */
  static void tell(Process child) throws IOException {
    child.getOutputStream().write('\n');
    child.getOutputStream().flush();
  }

  /** What it writes until it ends, line by line. */
  static List<String> output(Process child) throws IOException {
    return lines(child.getInputStream().readAllBytes());
  }

  /** What it has to complain of until it ends, line by line. */
  static List<String> complaints(Process child) throws IOException {
    return lines(child.getErrorStream().readAllBytes());
  }

  private static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> command(
      Class<?> main, Predicate<String> classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(classPath)
                .toList()));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
