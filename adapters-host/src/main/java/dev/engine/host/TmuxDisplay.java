package dev.engine.host;

import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.Processes;
import dev.engine.domain.host.Showing;
import dev.engine.domain.host.Showing.PaneGone;
import dev.engine.domain.session.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The panes of tmux, brought to the front. */
public final class TmuxDisplay implements PaneDisplay {

  /** A person waits; tmux answers in 5 ms or is in trouble. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /**
   * The pane, its first process, its session; the window's name is last, for it may be anything.
   */
  private static final String PLACE = "#{pane_id} #{pane_pid} #{session_id} #{window_name}";

  private static final Pattern PLACED =
      Pattern.compile("(" + PaneName.SHAPE + ") ([0-9]{1,9}) (\\$[0-9]{1,9}) ?(.*)");

  private static final String CLIENTS = "#{session_id} #{client_name}";

  private record Place(String pane, PaneProcess process, String session, String window) {}

  private final List<String> tmux;
  private final Processes processes;

  public TmuxDisplay(Processes processes) {
    this(List.of("tmux"), processes);
  }

  /**
   * @param tmux the program, with the arguments that name its server for clients that name none
   */
  TmuxDisplay(List<String> tmux, Processes processes) {
    this.tmux = List.copyOf(tmux);
    this.processes = processes;
  }

  @Override
  public Showing show(Client client) {
    String pane = client.tmuxPane();
    if (pane == null || !PaneName.isOne(pane)) {
      return new Showing.NoPaneKnown();
    }
    TmuxServer server = serverOf(client);
    Optional<String> number = server.ask("display-message", "-p", "#{pid}");
    if (number.isEmpty()) {
      return new Showing.NoAnswer();
    }
    return isOf(client, number.get())
        ? place(server, pane).map(place -> show(server, place, client)).orElse(new PaneGone())
        : new PaneGone();
  }

  private Showing show(TmuxServer server, Place place, Client client) {
    if (client.process() != null && !place.process().isAbove(client.process(), processes)) {
      return new Showing.ClientGone();
    }
    boolean isInFront =
        server.ask("select-window", "-t", place.pane()).isPresent()
            && server.ask("select-pane", "-t", place.pane()).isPresent();
    return isInFront
        ? new Showing.Shown(place.pane(), place.window(), isVisible(server, place))
        : new PaneGone();
  }

  /** Whether a terminal shows it, or does when it is switched. */
  private static boolean isVisible(TmuxServer server, Place place) {
    List<String> clients = server.ask("list-clients", "-F", CLIENTS).orElse("").lines().toList();
    if (clients.stream().anyMatch(line -> line.startsWith(place.session() + " "))) {
      return true;
    }
    return clients.size() == 1 && isSwitched(server, clients.getFirst(), place);
  }

  private static boolean isSwitched(TmuxServer server, String client, Place place) {
    String name = client.substring(client.indexOf(' ') + 1);
    return server.ask("switch-client", "-c", name, "-t", place.pane()).isPresent();
  }

  /** Asked for a pane that is gone, an older tmux tells of another. */
  private static Optional<Place> place(TmuxServer server, String pane) {
    return server
        .ask("display-message", "-p", "-t", pane, PLACE)
        .map(PLACED::matcher)
        .filter(Matcher::matches)
        .filter(parts -> parts.group(1).equals(pane))
        .map(
            parts ->
                new Place(
                    pane,
                    new PaneProcess(Long.parseLong(parts.group(2))),
                    parts.group(3),
                    parts.group(4)));
  }

  private TmuxServer serverOf(Client client) {
    return new TmuxServer(
        client.tmuxServer() == null ? tmux : List.of("tmux", "-S", client.tmuxServer().socket()),
        LIMIT);
  }

  /** What listens on a socket may be a later server, which gives the same ids to other panes. */
  private static boolean isOf(Client client, String number) {
    return client.tmuxServer() == null || number.equals(Long.toString(client.tmuxServer().pid()));
  }
}
