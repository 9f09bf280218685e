package dev.engine.host;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.session.Vantage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The space of processes that this one belongs to: neither changes while it runs. */
final class ProcSpace {

  /** How the kernel names a namespace, such as {@code pid:[4026531836]}. */
  private static final Pattern NAMESPACE = Pattern.compile("pid:\\[([0-9]{1,18})]");

  private final Path bootId;
  private final Path namespace;
  private volatile Optional<ProcessSpace> known = Optional.empty();

  /**
   * @param proc {@code /proc} or what stands for it
   */
  ProcSpace(Path proc) {
    this.bootId = proc.resolve("sys/kernel/random/boot_id");
    this.namespace = proc.resolve("self/ns/pid");
  }

  /** Empty where the kernel does not tell. */
  Optional<ProcessSpace> now() {
    if (known.isEmpty()) {
      known = read();
    }
    return known;
  }

  /** The view from there, by the clock as it is set now; empty where the kernel does not tell. */
  Optional<Vantage> vantage(BootTime bootTime) {
    return now().flatMap(space -> bootTime.now().map(bootedAt -> new Vantage(space, bootedAt)));
  }

  private Optional<ProcessSpace> read() {
    try {
      Matcher number = NAMESPACE.matcher(Files.readSymbolicLink(namespace).toString());
      String boot = new String(Files.readAllBytes(bootId), StandardCharsets.ISO_8859_1).strip();
      return number.matches()
          ? Optional.of(new ProcessSpace(boot, Long.parseLong(number.group(1))))
          : Optional.empty();
    } catch (IOException | InvalidInput notTold) {
      return Optional.empty();
    }
  }
}
