package dev.engine.host;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextProbe;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Screens;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Session;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the client itself shows below its prompt, once a context is nearly full. That is of
 * what it lets fill before it compacts, which is less than the window: a little more than the
 * truth, and what matters to the person.
 */
public final class ScreenProbe implements ContextProbe {

  /** The client writes below its prompt; above, a conversation may speak of anything. */
  private static final int LAST_LINES = 6;

  private static final Pattern LEFT =
      Pattern.compile(
          "(?i)context left until auto-?compact:? *([0-9]{1,3}) ?%"
              + "|([0-9]{1,3}) ?% (?:context )?(?:left )?until auto-?compact"
              + "|context low \\(([0-9]{1,3}) ?% remaining\\)"
              + "|([0-9]{1,3}) ?% context (?:left|remaining)");

  private static final Pattern USED =
      Pattern.compile(
          "(?i)([0-9]{1,3}) ?% (?:of )?context used|context(?: used)?: *([0-9]{1,3}) ?%(?! left)");

  private final Screens screens;
  private final InstantSource clock;

  public ScreenProbe(Screens screens, InstantSource clock) {
    this.screens = screens;
    this.clock = clock;
  }

  @Override
  public Optional<ContextReading> read(Session session) {
    Client client = session.client();
    String pane = client.tmuxPane();
    return pane == null
        ? Optional.empty()
        : screens
            .screenOf(new ClientPane(pane, client.tmuxServer(), client.process()))
            .flatMap(ScreenProbe::percentUsed)
            .map(ContextFill::ofPercent)
            .map(
                fill ->
                    new ContextReading(
                        fill,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        ContextSource.SCREEN));
  }

  /** What {@code screen} says, 0..100. */
  static Optional<Integer> percentUsed(String screen) {
    List<String> lines = screen.lines().filter(line -> !line.isBlank()).toList();
    for (String line : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())) {
      Optional<Integer> used =
          number(LEFT, line).map(left -> 100 - left).or(() -> number(USED, line));
      if (used.isPresent()) {
        return used;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Optional.of(Integer.valueOf(matcher.group(group))).filter(percent -> percent <= 100);
      }
    }
    return Optional.empty();
  }
}
