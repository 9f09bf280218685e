package dev.engine.hooks;

import dev.engine.domain.hook.HookBacklog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@link HookBacklog} that lies in a home's spool, and beside it. */
public final class SpoolBacklog implements Supplier<HookBacklog> {

  /** What {@code bin/engine-hook} writes: how many in a row were slow, and microseconds. */
  private static final Pattern BREAKER = Pattern.compile("[0-9]{1,3} ([0-9]{1,18})\\s*");

  private final Spool spool;
  private final Path breaker;

  /**
   * @param breaker the file in which hooks count the calls that took too long; need not be there
   */
  public SpoolBacklog(Spool spool, Path breaker) {
    this.spool = spool;
    this.breaker = breaker;
  }

  @Override
  public HookBacklog get() {
    return new HookBacklog(
        spool.size(),
        spool.oldest().orElse(null),
        spool.setAside().size(),
        spool.oldestAside().orElse(null),
        spoolOnlyUntil());
  }

  /** What cannot be read opens no breaker, here as in the hook. */
  private @Nullable Instant spoolOnlyUntil() {
    try {
      Matcher line = BREAKER.matcher(Files.readString(breaker, StandardCharsets.ISO_8859_1));
      return line.matches() ? Micros.time(Long.parseLong(line.group(1))) : null;
    } catch (IOException none) {
      return null;
    }
  }
}
