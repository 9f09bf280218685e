package dev.engine.host;

import dev.engine.domain.host.Panes;
import dev.engine.domain.host.Programs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The panes of tmux. */
public final class TmuxPanes implements Panes {

  /** A small part of what a hook has. tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  /** The number first and again in the answer: asked for a pane that is gone, tmux may answer. */
  private static final String QUESTION = "#{pane_id} #W";

  private static final Pattern PANE = Pattern.compile("%[0-9]{1,9}");

  private final Programs programs;
  private final List<String> tmux;

  public TmuxPanes(Programs programs) {
    this(programs, List.of("tmux"));
  }

  /**
   * @param tmux the program, with the arguments that name its server
   */
  TmuxPanes(Programs programs, List<String> tmux) {
    this.programs = programs;
    this.tmux = List.copyOf(tmux);
  }

  @Override
  public Optional<String> windowOf(String pane) {
    if (!PANE.matcher(pane).matches()) {
      return Optional.empty();
    }
    String prefix = pane + " ";
    return programs
        .ask(question(pane), LIMIT)
        .filter(answer -> answer.startsWith(prefix))
        .map(answer -> answer.substring(prefix.length()))
        .filter(window -> !window.isEmpty());
  }

  private List<String> question(String pane) {
    return Stream.concat(tmux.stream(), Stream.of("display-message", "-p", "-t", pane, QUESTION))
        .toList();
  }
}
