package dev.engine.host;

import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Processes;
import dev.engine.domain.host.Screens;
import dev.engine.domain.session.ProcessIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The screens of tmux. */
public final class TmuxScreens implements Screens {

  /** tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  /**
   * The server, the pane, for an older tmux tells of another if it is gone, and its first process.
   */
  private static final String PLACE = "#{pid} #{pane_id} #{pane_pid}";

  /** That in the first line, and the screen. */
  private static final Pattern SHOWN =
      Pattern.compile("([0-9]{1,9}) (" + PaneName.SHAPE + ") ([0-9]{1,9})\n(.*)", Pattern.DOTALL);

  private final ProcessPrograms programs;
  private final Processes processes;
  private final List<String> tmux;

  public TmuxScreens(ProcessPrograms programs, Processes processes) {
    this(programs, processes, List.of("tmux"));
  }

  /**
   * @param tmux the program, with the arguments that name its server for clients that name none
   */
  TmuxScreens(ProcessPrograms programs, Processes processes, List<String> tmux) {
    this.programs = programs;
    this.processes = processes;
    this.tmux = List.copyOf(tmux);
  }

  @Override
  public Optional<String> screenOf(ClientPane pane) {
    if (!PaneName.isOne(pane.pane()) || !pane.isTellable()) {
      return Optional.empty();
    }
    return programs
        .askAll(question(pane), LIMIT)
        .map(SHOWN::matcher)
        .filter(Matcher::matches)
        .filter(shown -> isOf(pane, shown))
        .map(shown -> shown.group(4));
  }

  /** Both in one step, between which no other server can come. */
  private List<String> question(ClientPane pane) {
    return Stream.concat(
            TmuxServer.command(pane, tmux).stream(),
            Stream.of(
                "display-message",
                "-p",
                "-t",
                pane.pane(),
                PLACE,
                ";",
                "capture-pane",
                "-p",
                "-t",
                pane.pane()))
        .toList();
  }

  private boolean isOf(ClientPane pane, Matcher shown) {
    ProcessIdentity client = pane.client();
    return pane.isOf(Long.parseLong(shown.group(1)))
        && shown.group(2).equals(pane.pane())
        && (client == null
            || new PaneProcess(Long.parseLong(shown.group(3))).isAbove(client, processes));
  }
}
