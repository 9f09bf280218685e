package dev.engine.host;

import dev.engine.domain.host.Panes;
import dev.engine.domain.host.Programs;
import dev.engine.domain.session.TmuxServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The panes of tmux. */
public final class TmuxPanes implements Panes {

  /** A small part of what a hook has. tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  /** The number first and again in the answer: asked for a pane that is gone, tmux may answer. */
  private static final String QUESTION = "#{pane_id} #W";

  /** Its own number first: what listens on a socket may be a later server. */
  private static final String ALL = "#{pid} #{S:#{W:#{P:#{pane_id} }}}";

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
    if (!PaneName.isOne(pane)) {
      return Optional.empty();
    }
    String prefix = pane + " ";
    return programs
        .ask(question(pane), LIMIT)
        .filter(answer -> answer.startsWith(prefix))
        .map(answer -> answer.substring(prefix.length()))
        .filter(window -> !window.isEmpty());
  }

  /**
   * All panes of {@code server}, such as {@code %7}; empty if that very server does not answer in
   * time.
   */
  Optional<Set<String>> panesOf(TmuxServer server) {
    List<String> question = List.of("tmux", "-S", server.socket(), "display-message", "-p", ALL);
    String number = Long.toString(server.pid());
    return programs
        .ask(question, LIMIT)
        .map(answer -> List.of(answer.strip().split(" +")))
        .filter(words -> words.getFirst().equals(number))
        .map(words -> words.subList(1, words.size()))
        // Each server has a pane, and an older tmux would print the question as it is.
        .filter(panes -> !panes.isEmpty())
        .filter(panes -> panes.stream().allMatch(PaneName::isOne))
        .map(Set::copyOf);
  }

  private List<String> question(String pane) {
    return Stream.concat(tmux.stream(), Stream.of("display-message", "-p", "-t", pane, QUESTION))
        .toList();
  }
}
