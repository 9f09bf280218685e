package dev.engine.host;

import dev.engine.domain.host.Screens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The screens of tmux. */
public final class TmuxScreens implements Screens {

  /** tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final ProcessPrograms programs;
  private final List<String> tmux;

  public TmuxScreens(ProcessPrograms programs) {
    this(programs, List.of("tmux"));
  }

  /**
   * @param tmux the program, with the arguments that name its server
   */
  TmuxScreens(ProcessPrograms programs, List<String> tmux) {
    this.programs = programs;
    this.tmux = List.copyOf(tmux);
  }

  @Override
  public Optional<String> screenOf(String pane) {
    return PaneName.isOne(pane)
        ? programs.askAll(
            Stream.concat(tmux.stream(), Stream.of("capture-pane", "-p", "-t", pane)).toList(),
            LIMIT)
        : Optional.empty();
  }
}
