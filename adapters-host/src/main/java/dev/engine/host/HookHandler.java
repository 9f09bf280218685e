package dev.engine.host;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Engine's handler of one event in the client's settings, as it is written and recognised.
 *
 * <p>Two forms. With {@code args} the client starts the program itself; without, it gives {@code
 * command} to a shell. A client that is too old to know {@code args} ignores them and gives {@code
 * command} to a shell all the same: the hook then does without its arguments, but a path that the
 * shell would split would not run at all. So where the client is not known, such a path is written
 * in the shell form, quoted, which every version can read.
 *
 * @param event the client's name of it, as in the arguments
 */
record HookHandler(Path command, Path home, String event) {

  private static final String HOME_OPTION = "--home";
  private static final String AWAITED_OPTION = "--awaited";
  private static final String WAIT_OPTION = "--wait";

  private static final ClientVersion WITH_ARGS = new ClientVersion(2, 1, 139);

  /** The oldest client that was seen to take handlers with keys it may not know. */
  private static final ClientVersion WITH_ASYNC = new ClientVersion(2, 1, 197);

  /**
   * Said to the client because its own limits do not fit: 600 would hold a session up for ten
   * minutes, and 1.5 at the end of a session is less than a cold start may take. The hook itself
   * takes 2 at most; the rest is for a machine under load.
   */
  private static final int TIMEOUT_SECONDS = 10;

  /**
   * How long a hook may wait beside a session that does nothing: a working day. Its engine sends it
   * away some minutes before.
   */
  private static final int WAIT_SECONDS = 8 * 60 * 60;

  /**
   * What {@code event} is to have under its name, a list entry of the client's settings; empty if
   * it is to have no command there.
   */
  static Optional<JsonValue.Obj> group(HookSetup setup, HookEvent event) {
    List<JsonValue> handlers = new ArrayList<>();
    if (setup.via() == HookVia.COMMAND || !event.isPostable()) {
      handlers.add(handler(setup, event));
    }
    if (event.isWaitedBehindBy(setup.client())) {
      handlers.add(waitingHandler(setup, event));
    }
    return handlers.isEmpty() ? Optional.empty() : Optional.of(group(event, handlers));
  }

  private static JsonValue.Obj group(HookEvent event, List<JsonValue> handlers) {
    List<JsonValue.Member> members = new ArrayList<>();
    if (event.isOfTool()) {
      members.add(member("matcher", JsonValue.of("*")));
    }
    members.add(member("hooks", JsonValue.array(handlers.toArray(JsonValue[]::new))));
    return new JsonValue.Obj(List.copyOf(members));
  }

  /** The handler that {@code part} is, if it is one of ours: of any distribution and any home. */
  static Optional<HookHandler> read(JsonPart part) {
    return part instanceof JsonPart.Obj handler
        ? words(handler).flatMap(HookHandler::ofWords)
        : Optional.empty();
  }

  private static JsonValue.Obj handler(HookSetup setup, HookEvent event) {
    List<JsonValue.Member> members = command(setup, args(setup, event));
    if (event.isUnawaitedBy(setup.client()) && isUnknownOrAtLeast(setup.client(), WITH_ASYNC)) {
      members.add(member("async", JsonValue.of(true)));
    }
    members.add(member("timeout", JsonValue.of(TIMEOUT_SECONDS)));
    return new JsonValue.Obj(List.copyOf(members));
  }

  /** The client runs it in the background, and starts a new turn if it exits with 2. */
  private static JsonValue.Obj waitingHandler(HookSetup setup, HookEvent event) {
    String home = setup.home().toString();
    List<JsonValue.Member> members =
        command(setup, List.of(HOME_OPTION, home, WAIT_OPTION, event.clientName()));
    members.add(member("asyncRewake", JsonValue.of(true)));
    members.add(member("timeout", JsonValue.of(WAIT_SECONDS)));
    return new JsonValue.Obj(List.copyOf(members));
  }

  private static List<JsonValue.Member> command(HookSetup setup, List<String> args) {
    String command = setup.command().toString();
    List<JsonValue.Member> members = new ArrayList<>();
    members.add(member("type", JsonValue.of("command")));
    if (takesArgs(setup.client(), command)) {
      members.add(member("command", JsonValue.of(command)));
      members.add(member("args", JsonValue.texts(args.toArray(String[]::new))));
    } else {
      List<String> words = Stream.concat(Stream.of(command), args.stream()).toList();
      members.add(member("command", JsonValue.of(ShellWords.join(words))));
    }
    return members;
  }

  private static List<String> args(HookSetup setup, HookEvent event) {
    String home = setup.home().toString();
    return event.isAwaitedOnlyBy(setup.client())
        ? List.of(HOME_OPTION, home, AWAITED_OPTION, event.clientName())
        : List.of(HOME_OPTION, home, event.clientName());
  }

  private static boolean takesArgs(@Nullable ClientVersion client, String command) {
    return client == null ? ShellWords.isPlain(command) : client.isAtLeast(WITH_ARGS);
  }

  private static boolean isUnknownOrAtLeast(@Nullable ClientVersion client, ClientVersion least) {
    return client == null || client.isAtLeast(least);
  }

  /** The program and its arguments, in whichever form they are written. */
  private static Optional<List<String>> words(JsonPart.Obj handler) {
    Optional<String> command = handler.get("command").flatMap(HookHandler::text);
    Optional<JsonPart> args = handler.get("args");
    if (args.isEmpty()) {
      return command.flatMap(ShellWords::split);
    }
    return args.get() instanceof JsonPart.Arr array
        ? command.map(program -> words(program, array))
        : Optional.empty();
  }

  private static List<String> words(String program, JsonPart.Arr args) {
    List<String> words = new ArrayList<>();
    words.add(program);
    args.elements().stream().map(HookHandler::text).flatMap(Optional::stream).forEach(words::add);
    return words;
  }

  private static Optional<HookHandler> ofWords(List<String> words) {
    boolean hasFlag =
        words.size() == 5 && List.of(AWAITED_OPTION, WAIT_OPTION).contains(words.get(3));
    if ((words.size() != 4 && !hasFlag) || !words.get(1).equals(HOME_OPTION)) {
      return Optional.empty();
    }
    try {
      Path command = Path.of(words.getFirst());
      Path home = Path.of(words.get(2));
      return command.endsWith(HookSetup.PROGRAM) && home.isAbsolute()
          ? Optional.of(new HookHandler(command, home, words.getLast()))
          : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonPart part) {
    return part instanceof JsonPart.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  private static JsonValue.Member member(String name, JsonValue value) {
    return new JsonValue.Member(name, value);
  }
}
