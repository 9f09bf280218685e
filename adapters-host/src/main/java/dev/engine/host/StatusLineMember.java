package dev.engine.host;

import dev.engine.domain.install.HookSetup;
import dev.engine.host.JsonPart.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The status line in the text of Claude Code's settings: {@code "statusLine": {"type": "command",
 * "command": "..."}}.
 *
 * <p>Pure: text in, text out.
 */
final class StatusLineMember {

  private static final String NAME = "statusLine";
  private static final String COMMAND = "command";

  /** What the hook's program is told instead of an event's name. */
  private static final String EVENT = "statusline";

  private StatusLineMember() {}

  /**
   * The line that {@code settings} have.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object, or has several lines
   */
  static Optional<JsonPart> find(String settings) {
    Obj root = JsonOutline.of(settings);
    if (root.isRepeated(NAME)) {
      throw new UnreadableSettings("it has \"statusLine\" more than once");
    }
    return root.get(NAME);
  }

  /** The line of {@code settings} as it is written; empty if there is none. */
  static String written(String settings) {
    return find(settings).map(new JsonText(settings)::written).orElse("");
  }

  /** Whether {@code line} is Engine's, of any distribution and any home. */
  static boolean isOurs(JsonPart line) {
    return HookHandler.read(line).filter(handler -> handler.event().equals(EVENT)).isPresent();
  }

  /** What a shell is to run for {@code line}; empty if it is no command. */
  static Optional<String> command(JsonPart line) {
    if (!(line instanceof Obj object)) {
      return Optional.empty();
    }
    boolean isCommand =
        object.get("type").filter(type -> type.value().equals(JsonValue.of(COMMAND))).isPresent();
    return object
        .get(COMMAND)
        .filter(command -> isCommand)
        .filter(JsonPart.Text.class::isInstance)
        .map(command -> ((JsonPart.Text) command).text())
        .filter(command -> !command.isBlank());
  }

  /**
   * {@code settings} with Engine's line, which looks as {@code model} but for its command.
   *
   * @param model the line to run, whose padding and the like stay
   */
  static String with(String settings, HookSetup setup, Optional<JsonPart> model) {
    JsonText text = new JsonText(settings);
    JsonValue.Obj wanted = line(setup, model);
    Optional<JsonPart> present = find(settings);
    if (present.isEmpty()) {
      return text.append(text.root(), new JsonValue.Member(NAME, wanted)).toString();
    }
    if (present.get().value().equals(wanted)) {
      return settings;
    }
    return present.get() instanceof Obj object ? text.replace(object, wanted).toString() : settings;
  }

  /**
   * {@code settings} with {@code old} in the place of Engine's line, if that is there.
   *
   * @param old as it was written; empty if there was none
   */
  static String without(String settings, String old) {
    JsonText text = new JsonText(settings);
    Optional<JsonPart> ours = find(settings).filter(StatusLineMember::isOurs);
    if (ours.isEmpty()) {
      return settings;
    }
    return old.isEmpty()
        ? text.remove(text.root().member(NAME).orElseThrow()).toString()
        : text.replace(ours.get(), old).toString();
  }

  private static JsonValue.Obj line(HookSetup setup, Optional<JsonPart> model) {
    List<String> words =
        List.of(setup.command().toString(), "--home", setup.home().toString(), EVENT);
    List<JsonValue.Member> members = new ArrayList<>();
    members.add(new JsonValue.Member("type", JsonValue.of(COMMAND)));
    members.add(new JsonValue.Member(COMMAND, JsonValue.of(ShellWords.join(words))));
    if (model.isPresent() && model.get().value() instanceof JsonValue.Obj others) {
      others.members().stream()
          .filter(member -> !List.of("type", COMMAND).contains(member.name()))
          .forEach(members::add);
    }
    return new JsonValue.Obj(List.copyOf(members));
  }
}
