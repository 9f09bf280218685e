package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/**
 * The processes among which a process number means one: those of one run of a machine, in one of
 * its namespaces. In a container, the same number means another process.
 *
 * @param boot the kernel's id of this run of the machine: a UUID in lower case
 * @param namespace the kernel's number of the namespace; positive
 */
public record ProcessSpace(String boot, long namespace) {

  private static final Pattern BOOT = Pattern.compile("[0-9a-f-]{36}");

  /**
   * @throws InvalidInput unless both have their shape
   */
  public ProcessSpace {
    if (!BOOT.matcher(boot).matches()) {
      throw new InvalidInput("boot id", "a UUID in lower case", boot);
    }
    if (namespace <= 0) {
      throw new InvalidInput("namespace", "a positive number", Long.toString(namespace));
    }
  }
}
