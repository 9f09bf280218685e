package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client of Claude Code, with a model that knows only what its client has read. */
final class FleetClient {

  private static final Pattern NOTICE =
      Pattern.compile("--- NOTICE \\d OF \\d, id ([0-9a-f]{8}) ---");

  private final FleetClients clients;
  private final ProcessIdentity process;
  private final Map<String, String> environment = new HashMap<>();

  /** What its context holds, and the newest event when it read that. */
  private final Map<NotificationId, Event> held = new HashMap<>();

  private ClaudeSessionId session;
  private boolean isFaultless;

  FleetClient(FleetClients clients, ProcessIdentity process, @Nullable ConversationId handed) {
    this.clients = clients;
    this.process = process;
    this.session = new ClaudeSessionId("s" + clients.dice().word());
    environment.put("CLAUDE_PID", Long.toString(process.pid()));
    if (handed != null) {
      environment.put("ENGINE_CONVERSATION_ID", handed.value());
    }
  }

  ProcessIdentity process() {
    return process;
  }

  ClaudeSessionId session() {
    return session;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** From now on nobody kills it. */
  void beFaultless() {
    isFaultless = true;
  }

  void forgetTellingBut(Set<Event> past) {
    held.values().retainAll(past);
  }

  /** A context begins. */
  void begin(String source, FleetModel model) {
    held.clear();
    clients.isNamed(this, session);
    fire("SessionStart", ",\"source\":\"%s\"".formatted(source), model);
  }

  /** Does what it does next. */
  void act(FleetModel model) {
    switch (isFaultless ? 9 : clients.dice().below(12)) {
      case 0 -> {
        fire("SessionEnd", ",\"reason\":\"clear\"", model);
        session = new ClaudeSessionId("c" + clients.dice().word());
        begin("clear", model);
      }
      case 1 -> {
        fire("PreCompact", ",\"trigger\":\"manual\"", model);
        begin("compact", model);
      }
      case 2 -> {
        fire("SessionEnd", ",\"reason\":\"prompt_input_exit\"", model);
        clients.end(this);
      }
      case 3 -> clients.kill(this);
      default -> takeATurn(model);
    }
  }

  void takeATurn(FleetModel model) {
    boolean isCutShort = !isFaultless && clients.dice().isOneIn(15);
    fire("UserPromptSubmit", "", model);
    fire("PreToolUse", "", model);
    if (isCutShort) {
      clients.kill(this);
      return;
    }
    fire("PostToolBatch", "", model);
    fire("Stop", "", model);
  }

  private void fire(String event, String more, FleetModel model) {
    if (!clients.isRunning(this)) {
      return;
    }
    String answer = clients.fire(this, event, more);
    if (!isFaultless && !answer.isEmpty() && clients.dice().isOneIn(15)) {
      clients.kill(this); // before it has read that
    }
    model.read(clients.store());
    if (!clients.isRunning(this)) {
      return;
    }
    NOTICE
        .matcher(answer)
        .results()
        .map(found -> new NotificationId(found.group(1)))
        .forEach(notice -> read(notice, model));
  }

  private void read(NotificationId notice, FleetModel model) {
    clients.isRead(this, notice, model);
    assertThat(held.putIfAbsent(notice, Objects.requireNonNull(model.timeline().newest())))
        .as("told twice in one context: %s", model.notices().story(notice))
        .isNull();
  }

  @Override
  public String toString() {
    return "client %d (%s)".formatted(process.pid(), session);
  }
}
