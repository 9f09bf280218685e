package dev.engine.host;

import dev.engine.domain.host.Panes;
import dev.engine.domain.host.Programs;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.TmuxServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The panes of tmux. */
public final class TmuxPanes implements Panes {

  /** A small part of what a hook has. tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  /** The number first and again in the answer: asked for a pane that is gone, tmux may answer. */
  private static final String QUESTION = "#{pane_id} #W";

  /** The server's own number before that. */
  private static final String QUESTION_TO_SERVER = "#{pid} " + QUESTION;

  /** Its own number first: what listens on a socket may be a later server. */
  private static final String ALL = "#{pid} #{S:#{W:#{P:#{pane_id} }}}";

  private static final String ANY = "#{pid} #{pane_pid}";

  private static final Pattern ANY_ANSWER = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9})");

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
  public Optional<String> windowOf(Client client) {
    String pane = client.tmuxPane();
    if (pane == null || !PaneName.isOne(pane)) {
      return Optional.empty();
    }
    TmuxServer server = client.tmuxServer();
    return server == null
        ? rest(question(pane), pane + " ")
        : rest(question(server, pane), "%d %s ".formatted(server.pid(), pane));
  }

  /**
   * All panes of {@code server}, such as {@code %7}; empty if that very server does not answer in
   * time.
   */
  Optional<Set<String>> panesOf(TmuxServer server) {
    List<String> question = toServer(server, ALL);
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

  /** The number of the first process in some pane of {@code server}; empty as with all of them. */
  Optional<Long> processIn(TmuxServer server) {
    return programs
        .ask(toServer(server, ANY), LIMIT)
        .map(answer -> ANY_ANSWER.matcher(answer.strip()))
        .filter(Matcher::matches)
        .filter(words -> words.group(1).equals(Long.toString(server.pid())))
        .map(words -> Long.valueOf(words.group(2)));
  }

  /** What the answer to {@code question} says behind {@code prefix}. */
  private Optional<String> rest(List<String> question, String prefix) {
    return programs
        .ask(question, LIMIT)
        .filter(answer -> answer.startsWith(prefix))
        .map(answer -> answer.substring(prefix.length()))
        .filter(window -> !window.isEmpty());
  }

  private static List<String> question(TmuxServer server, String pane) {
    return toServer(server, "-t", pane, QUESTION_TO_SERVER);
  }

  private static List<String> toServer(TmuxServer server, String... words) {
    List<String> start = List.of("tmux", "-S", server.socket(), "display-message", "-p");
    return Stream.concat(start.stream(), Stream.of(words)).toList();
  }

  private List<String> question(String pane) {
    return Stream.concat(tmux.stream(), Stream.of("display-message", "-p", "-t", pane, QUESTION))
        .toList();
  }
}
