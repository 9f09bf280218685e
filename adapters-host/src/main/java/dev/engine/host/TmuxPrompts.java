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
   * The pane, its first process, whether it has ended, whether a mode takes the keys, the program.
   */
  private static final String STATE =
      "#{pane_id} #{pane_pid} #{pane_dead} #{pane_in_mode} #{pane_current_command}";

  /** Nothing in it means anything to tmux. */
  private static final Pattern READY =
      Pattern.compile(PaneName.SHAPE + " ([0-9]{1,9}) 0 0 ([a-z]{1,16})");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private final TmuxServer tmux;
  private final Processes processes;
  private final Pauses pauses;
  private final AtomicLong texts = new AtomicLong();

  public TmuxPrompts(Processes processes, Pauses pauses) {
    this(new TmuxServer(List.of("tmux"), LIMIT), processes, pauses);
  }

  TmuxPrompts(TmuxServer tmux, Processes processes, Pauses pauses) {
    this.tmux = tmux;
    this.processes = processes;
    this.pauses = pauses;
  }

  @Override
  public Prompting submit(ClientPane pane, Supplier<Optional<String>> text) {
    if (!PaneName.isOne(pane.pane())) {
      return new Prompting.NotReady("it is no pane of tmux");
    }
    String state = state(pane.pane());
    Optional<String> obstacle = obstacle(pane, state);
    if (obstacle.isPresent()) {
      return new Prompting.NotReady(obstacle.get());
    }
    return text.get()
        .map(found -> submitted(pane.pane(), state, typeable(found)))
        .orElse(new Prompting.NothingToSay());
  }

  private Prompting submitted(String pane, String state, String text) {
    String buffer =
        "engine-%d-%d".formatted(ProcessHandle.current().pid(), texts.incrementAndGet());
    if (tmux.tell(text, "load-buffer", "-b", buffer, "-").isEmpty()) {
      return new Prompting.Unconfirmed("tmux does not take the text");
    }
    String paste = "paste-buffer -p -r -d -b %s -t %s".formatted(buffer, pane);
    if (!isDoneIf(state, pane, paste)) {
      tmux.ask("delete-buffer", "-b", buffer);
      return new Prompting.Unconfirmed("the pane was not ready any more; nothing was pasted");
    }
    pauses.pause(BEFORE_ENTER);
    if (!isDoneIf(state, pane, "send-keys -t %s Enter".formatted(pane))) {
      return new Prompting.Unconfirmed("the pane was not ready any more; it was not submitted");
    }
    pauses.pause(AFTER_ENTER);
    return state(pane).equals(state)
        ? new Prompting.Submitted()
        : new Prompting.Unconfirmed("the client was not there any more");
  }

  /** Why nothing must be typed into {@code pane} now. */
  private Optional<String> obstacle(ClientPane pane, String state) {
    var ready = READY.matcher(state);
    if (!ready.matches() || !state.startsWith(pane.pane() + " ")) {
      return Optional.of("it is gone, or a mode takes its keys, or it runs no client");
    }
    if (!CLIENTS.contains(ready.group(2))) {
      return Optional.of("it runs " + ready.group(2));
    }
    ProcessIdentity client = pane.client();
    PaneProcess first = new PaneProcess(Long.parseLong(ready.group(1)));
    return client == null || first.isAbove(client, processes)
        ? Optional.empty()
        : Optional.of("the client is not in it any more");
  }

  private String state(String pane) {
    return tmux.ask("display-message", "-p", "-t", pane, STATE).orElse("");
  }

  /** Has tmux do {@code command} if {@code pane} is as it was, in one step. */
  private boolean isDoneIf(String state, String pane, String command) {
    return tmux.ask(
            "if-shell",
            "-F",
            "-t",
            pane,
            "#{==:%s,%s}".formatted(STATE, state),
            command + " ; display-message -p done",
            "display-message -p refused")
        .filter("done"::equals)
        .isPresent();
  }

  /** Without what a terminal obeys; a paste could otherwise be ended from inside. */
  private static String typeable(String text) {
    return CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }
}
