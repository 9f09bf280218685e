package dev.engine.host;

import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Processes;
import dev.engine.domain.host.Prompting;
import dev.engine.domain.host.Prompts;
import dev.engine.domain.session.ProcessIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Pastes prompts into the panes of tmux: as one bracketed paste, then the Enter key by itself.
 *
 * <p>Between a look at a pane and a key to it anything may happen. So tmux itself looks again, in
 * the same step in which it pastes or types, and does neither unless the pane is as it was seen.
 */
public final class TmuxPrompts implements Prompts {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** What a client's command is called, by whatever it was started. */
  private static final Set<String> CLIENTS = Set.of("claude", "node");

  /** The client takes what follows a paste at once for a part of it. */
  private static final Duration BEFORE_ENTER = Duration.ofMillis(300);

  /** What ends by the prompt ends within this, mostly. */
  private static final Duration AFTER_ENTER = Duration.ofMillis(100);

  /**
   * The server, the pane, its first process, whether it has ended, whether a mode takes the keys,
   * the program.
   */
  private static final String STATE =
      "#{pid} #{pane_id} #{pane_pid} #{pane_dead} #{pane_in_mode} #{pane_current_command}";

  /** Nothing in it means anything to tmux. */
  private static final Pattern READY =
      Pattern.compile("([0-9]{1,9}) (" + PaneName.SHAPE + ") ([0-9]{1,9}) 0 0 ([a-z]{1,16})");

  private static final String DONE = "done";
  private static final String REFUSED = "refused";

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private final List<String> tmux;
  private final Duration limit;
  private final Processes processes;
  private final Pauses pauses;
  private final AtomicLong texts = new AtomicLong();

  public TmuxPrompts(Processes processes, Pauses pauses) {
    this(List.of("tmux"), LIMIT, processes, pauses);
  }

  /**
   * @param tmux the program, with the arguments that name its server for clients that name none
   * @param limit after which a command is given up
   */
  TmuxPrompts(List<String> tmux, Duration limit, Processes processes, Pauses pauses) {
    this.tmux = List.copyOf(tmux);
    this.limit = limit;
    this.processes = processes;
    this.pauses = pauses;
  }

  @Override
  public Prompting submit(ClientPane pane, Supplier<Optional<String>> text) {
    if (!PaneName.isOne(pane.pane())) {
      return new Prompting.NotReady("it is no pane of tmux");
    }
    if (!pane.isTellable()) {
      return new Prompting.NotReady("neither its server nor its client is known");
    }
    TmuxServer server = new TmuxServer(TmuxServer.command(pane, tmux), limit);
    String state = state(server, pane.pane());
    Optional<String> obstacle = obstacle(pane, state);
    if (obstacle.isPresent()) {
      return new Prompting.NotReady(obstacle.get());
    }
    return text.get()
        .map(found -> submitted(server, pane.pane(), state, typeable(found)))
        .orElse(new Prompting.NothingToSay());
  }

  private Prompting submitted(TmuxServer server, String pane, String state, String text) {
    String buffer =
        "engine-%d-%d".formatted(ProcessHandle.current().pid(), texts.incrementAndGet());
    if (server.tell(text, "load-buffer", "-b", buffer, "-").isEmpty()) {
      return new Prompting.NotPasted("tmux does not take the text");
    }
    String paste = "paste-buffer -p -r -d -b %s -t %s".formatted(buffer, pane);
    String pasting = answerIf(server, state, pane, paste);
    if (!pasting.equals(DONE)) {
      server.ask("delete-buffer", "-b", buffer);
      return pasting.equals(REFUSED)
          ? new Prompting.NotPasted("the pane was not ready any more")
          : new Prompting.Unconfirmed("tmux did not say whether it pasted");
    }
    pauses.pause(BEFORE_ENTER);
    if (!answerIf(server, state, pane, "send-keys -t %s Enter".formatted(pane)).equals(DONE)) {
      return new Prompting.Unconfirmed("the pane was not ready any more; it was not submitted");
    }
    pauses.pause(AFTER_ENTER);
    return state(server, pane).equals(state)
        ? new Prompting.Submitted()
        : new Prompting.Unconfirmed("the client was not there any more");
  }

  /** Why nothing must be typed into {@code pane} now. */
  private Optional<String> obstacle(ClientPane pane, String state) {
    var ready = READY.matcher(state);
    if (!ready.matches() || !ready.group(2).equals(pane.pane())) {
      return Optional.of("it is gone, or a mode takes its keys, or it runs no client");
    }
    if (!pane.isOf(Long.parseLong(ready.group(1)))) {
      return Optional.of("it is of another server");
    }
    if (!CLIENTS.contains(ready.group(4))) {
      return Optional.of("it runs " + ready.group(4));
    }
    ProcessIdentity client = pane.client();
    PaneProcess first = new PaneProcess(Long.parseLong(ready.group(3)));
    return client == null || first.isAbove(client, processes)
        ? Optional.empty()
        : Optional.of("the client is not in it any more");
  }

  private static String state(TmuxServer server, String pane) {
    return server.ask("display-message", "-p", "-t", pane, STATE).orElse("");
  }

  /**
   * Has tmux do {@code command} if {@code pane} is as it was, in one step.
   *
   * @return {@link #DONE} or {@link #REFUSED}; anything else if it says neither, as when it hangs
   */
  private static String answerIf(TmuxServer server, String state, String pane, String command) {
    return server
        .ask(
            "if-shell",
            "-F",
            "-t",
            pane,
            "#{==:%s,%s}".formatted(STATE, state),
            command + " ; display-message -p " + DONE,
            "display-message -p " + REFUSED)
        .orElse("");
  }

  /** Without what a terminal obeys; a paste could otherwise be ended from inside. */
  private static String typeable(String text) {
    return CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }
}
