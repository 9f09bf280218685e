package dev.engine.hooks;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.ClaudeSessionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A client of Claude Code as its hooks show it, with a model that knows only what its client has
 * read. What it does next is up to the randomness.
 *
 * <p>Of its two generations the older waits for PostToolUse, and has no PostToolBatch.
 */
final class SimulatedClient {

  /** What a client shares with the others. */
  record World(
      SplittableRandom random,
      SimulatedClock clock,
      SimulatedMachine machine,
      SimulatedWays ways,
      SimulatedNotices notices,
      SimulationLog log) {

    private HookEventId newCall() {
      return HookEventId.random(random);
    }

    private boolean isOneIn(int number) {
      return random.nextInt(number) == 0;
    }
  }

  private final World world;
  private final long pid;
  private final Map<String, String> environment;
  private final boolean isOld;
  private final Deque<Runnable> script = new ArrayDeque<>();
  private final List<SimulatedCall> unawaited = new ArrayList<>();
  private ClaudeSessionId session;
  private SimulatedContext context = new SimulatedContext();
  private boolean isFaultless;

  /**
   * A client that is about to start.
   *
   * @param source of its SessionStart
   * @param environment that it was started with
   */
  SimulatedClient(
      World world, ClaudeSessionId session, String source, Map<String, String> environment) {
    this.world = world;
    this.session = session;
    this.pid = world.machine().start();
    this.environment = new HashMap<>(environment);
    this.environment.put("CLAUDE_PID", Long.toString(pid));
    this.isOld = world.isOneIn(3);
    script.add(() -> begin(source));
  }

  ClaudeSessionId session() {
    return session;
  }

  long pid() {
    return pid;
  }

  boolean isRunning() {
    return world.machine().isRunning(pid);
  }

  /** From now on nobody kills it or its hooks. */
  void beFaultless() {
    isFaultless = true;
  }

  /** Does what it does next. */
  void act() {
    if (script.isEmpty()) {
      decide();
    }
    script.remove().run();
  }

  /** Whether it is between two turns. */
  boolean isIdle() {
    return script.isEmpty();
  }

  /** Gives its model a turn of a tool or two. */
  void takeATurn() {
    script.add(() -> awaited("UserPromptSubmit", ""));
    int rounds = isFaultless ? 2 : world.random().nextInt(4);
    for (int i = 0; i < rounds; i++) {
      addTools();
      if (!isFaultless && world.isOneIn(12)) {
        script.add(() -> compact("auto"));
      }
    }
    if (isFaultless || !world.isOneIn(8)) { // else it is interrupted
      script.add(() -> awaited("Stop", ""));
    }
  }

  /** Ends as a person ends it. */
  void exit() {
    awaited("SessionEnd", "\"reason\":\"prompt_input_exit\"");
    end();
  }

  /** Is killed where it stands: nobody hears of it. */
  void kill() {
    world.log().tell("SIGKILL for " + this);
    end();
  }

  private void end() {
    world.machine().kill(pid);
    script.clear();
  }

  private void decide() {
    switch (isFaultless ? 0 : world.random().nextInt(24)) {
      case 1, 2, 3 -> script.add(this::clear);
      case 4, 5 -> script.add(() -> compact("manual"));
      case 6 -> script.add(this::exit);
      case 7, 8 ->
          script.add(() -> awaited("Notification", "\"notification_type\":\"idle_prompt\""));
      default -> takeATurn();
    }
  }

  private void begin(String source) {
    context = new SimulatedContext();
    awaited("SessionStart", "\"source\":\"%s\"".formatted(source));
  }

  private void clear() {
    if (isFaultless || !world.isOneIn(6)) { // else the client did not wait for it
      awaited("SessionEnd", "\"reason\":\"clear\"");
    }
    if (isRunning()) {
      session = new ClaudeSessionId("c%08x".formatted(world.random().nextInt()));
      script.add(() -> begin("clear"));
    }
  }

  private void compact(String trigger) {
    awaited("PreCompact", "\"trigger\":\"%s\"".formatted(trigger));
    if (isRunning()) {
      script.addFirst(() -> begin("compact"));
    }
  }

  private void addTools() {
    int parallel = 1 + world.random().nextInt(3);
    for (int i = 0; i < parallel; i++) {
      script.add(() -> unawaited("PreToolUse"));
      if (world.isOneIn(6)) {
        script.add(() -> awaited("PermissionRequest", ""));
      }
    }
    if (world.isOneIn(5)) {
      script.add(() -> awaited("SubagentStart", ""));
      script.add(() -> awaited(isOld ? "PostToolUse" : "PostToolBatch", "\"agent_id\":\"a1\""));
      script.add(() -> awaited("SubagentStop", ""));
    }
    if (isOld) {
      script.add(() -> finishTogether(parallel));
      return;
    }
    for (int i = 0; i < parallel; i++) {
      switch (world.random().nextInt(6)) {
        case 0 -> {} // denied
        case 1 -> script.add(() -> awaited("PostToolUseFailure", ""));
        default -> script.add(() -> unawaited("PostToolUse"));
      }
    }
    script.add(() -> awaited("PostToolBatch", ""));
  }

  /** Tools that ran side by side are done: all their hooks are called before any has answered. */
  private void finishTogether(int count) {
    List<SimulatedCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(call("PostToolUse", ""));
      world.clock().pass(java.time.Duration.ofMillis(world.random().nextInt(3)));
    }
    List<String> answers = calls.stream().map(world.ways()::fire).toList();
    if (!isFaultless && world.isOneIn(25)) {
      kill();
      return;
    }
    for (int i = 0; i < count; i++) {
      read(calls.get(i), answers.get(i));
    }
  }

  private void awaited(String event, String more) {
    SimulatedCall call = call(event, more);
    world.log().tell(this + " " + call);
    String answer = world.ways().fire(call);
    if (!isFaultless && world.isOneIn(60)) {
      kill();
    } else if (!isFaultless && world.isOneIn(150)) {
      world.log().tell("the client kills the hook and goes on: " + call);
      world.notices().isCutOff(call.id());
    } else {
      read(call, answer);
    }
  }

  private void read(SimulatedCall call, String answer) {
    if (isRunning()) {
      world.notices().isRead(call, answer, context);
    }
  }

  /** The client does not wait, so its hook may come some time later. */
  private void unawaited(String event) {
    unawaited.add(call(event, ""));
    if (isFaultless || world.random().nextBoolean()) {
      finishUnawaited();
    }
  }

  /** Has the hooks that it did not wait for come to their end: they are given a few seconds. */
  void finishUnawaited() {
    List<SimulatedCall> due = List.copyOf(unawaited);
    unawaited.clear();
    due.forEach(world.ways()::fire);
  }

  private SimulatedCall call(String event, String more) {
    String payload =
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\",\"cwd\":\"/work\"%s}"
            .formatted(session, event, more.isEmpty() ? "" : "," + more);
    Map<String, String> all = new HashMap<>(environment);
    if (event.equals("PostToolUse") && isOld) {
      all.put("ENGINE_HOOK_AWAITED", "yes");
    }
    return new SimulatedCall(world.newCall(), event, payload, all, world.clock().instant());
  }

  @Override
  public String toString() {
    return "client %d (%s%s)".formatted(pid, session, isOld ? ", old" : "");
  }
}
