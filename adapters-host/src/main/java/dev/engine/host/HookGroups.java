package dev.engine.host;

import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.PostSetup;
import dev.engine.host.JsonPart.Arr;
import dev.engine.host.JsonPart.Obj;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Engine's hooks in the text of Claude Code's settings.
 *
 * <p>Pure: text in, text out. Hooks of others stay, and so does what only looks like a hook.
 */
final class HookGroups {

  private static final String OFF_SWITCH = "disableAllHooks";

  private HookGroups() {}

  /**
   * {@code settings} with exactly the hooks of {@code setup}, each in the place of the one that was
   * there for its event.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object, or holds something else where
   *     hooks go, or one name twice there
   */
  static String register(String settings, HookSetup setup) {
    return register(
        settings,
        HookEvent.of(setup.client()).stream()
            .flatMap(
                event ->
                    HookHandler.group(setup, event).stream()
                        .map(group -> new Wanted(event.clientName(), group)))
            .toList());
  }

  /**
   * The same with exactly the HTTP hooks of {@code setup}.
   *
   * @throws UnreadableSettings as the other one
   */
  static String register(String settings, PostSetup setup) {
    return register(
        settings,
        HookEvent.of(setup.client()).stream()
            .filter(HookEvent::isPostable)
            .map(event -> new Wanted(event.clientName(), HookPost.group(setup, event)))
            .toList());
  }

  /**
   * What is to stand under an event.
   *
   * @param event the client's name of it
   */
  private record Wanted(String event, JsonValue.Obj group) {}

  private static String register(String settings, List<Wanted> wanted) {
    List<String> names = wanted.stream().map(Wanted::event).toList();
    JsonText text = without(editable(settings), hook -> !names.contains(hook.event().name()));
    for (Wanted each : wanted) {
      text = with(text, each.event(), each.group());
    }
    return text.toString();
  }

  /**
   * {@code settings} without hooks of ours, and without what only they needed.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object, or holds one name twice where
   *     hooks go
   */
  static String unregister(String settings) {
    return without(editable(settings), hook -> true).toString();
  }

  /**
   * The hooks of ours in {@code settings}, in their order.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object
   */
  static List<HookPlace> find(String settings) {
    return HookPlace.in(JsonOutline.of(settings)).toList();
  }

  /**
   * The HTTP hooks of ours in {@code settings}, in their order.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object
   */
  static List<HookPlace> posts(String settings) {
    return HookPlace.in(JsonOutline.of(settings))
        .filter(hook -> HookPost.isOne(hook.part()))
        .toList();
  }

  /**
   * {@code settings} with the HTTP hooks of ours that {@code own} has, each behind what is there
   * for its event.
   *
   * @throws UnreadableSettings if one of them is no JSON object, or {@code settings} holds
   *     something else where hooks go, or one name twice there
   */
  static String withPosts(String settings, String own) {
    JsonText text = editable(settings);
    for (HookPlace hook : posts(own)) {
      text = append(text, hook.event().name(), hook.alone());
    }
    return text.toString();
  }

  /**
   * Whether {@code settings} turn all hooks off.
   *
   * @throws UnreadableSettings if {@code settings} is no JSON object
   */
  static boolean areSwitchedOff(String settings) {
    return JsonOutline.of(settings)
        .get(OFF_SWITCH)
        .filter(part -> part.value().equals(JsonValue.of(true)))
        .isPresent();
  }

  /** Refuses repeated names: without the last of them, an earlier one would come into force. */
  private static JsonText editable(String settings) {
    JsonText text = new JsonText(settings);
    if (text.root().isRepeated(HookPlace.HOOKS)) {
      throw new UnreadableSettings("it has \"hooks\" more than once");
    }
    if (text.root().get(HookPlace.HOOKS).orElse(null) instanceof Obj byEvent) {
      requireEachOnce(byEvent);
    }
    return text;
  }

  private static void requireEachOnce(Obj byEvent) {
    for (JsonPart.Member event : byEvent.members()) {
      if (byEvent.isRepeated(event.name())) {
        throw new UnreadableSettings("its \"hooks\" has \"" + event.name() + "\" more than once");
      }
    }
  }

  private static JsonText with(JsonText text, String event, JsonValue.Obj group) {
    Predicate<HookPlace> isForEvent = hook -> hook.event().name().equals(event);
    List<HookPlace> present = HookPlace.in(text.root()).filter(isForEvent).toList();
    if (present.isEmpty() || !present.getFirst().isGroupOf(present)) {
      return append(without(text, isForEvent), event, group);
    }
    Obj old = present.getFirst().group();
    return old.value().equals(group) ? text : text.replace(old, group);
  }

  private static JsonText append(JsonText text, String event, JsonValue.Obj group) {
    JsonValue.Member groups = new JsonValue.Member(event, JsonValue.array(group));
    Optional<JsonPart> hooks = text.root().get(HookPlace.HOOKS);
    if (hooks.isEmpty()) {
      JsonValue all = JsonValue.object(groups);
      return text.append(text.root(), new JsonValue.Member(HookPlace.HOOKS, all));
    }
    if (!(hooks.get() instanceof Obj byEvent)) {
      throw new UnreadableSettings("its \"hooks\" is not an object");
    }
    Optional<JsonPart> others = byEvent.get(event);
    if (others.isEmpty()) {
      return text.append(byEvent, groups);
    }
    if (!(others.get() instanceof Arr array)) {
      throw new UnreadableSettings("its \"hooks\" has no array under \"" + event + "\"");
    }
    return text.append(array, group);
  }

  /** Takes out every hook that {@code isUnwanted} says, one after the other. */
  private static JsonText without(JsonText text, Predicate<HookPlace> isUnwanted) {
    JsonText rest = text;
    Optional<HookPlace> next = HookPlace.in(rest.root()).filter(isUnwanted).findFirst();
    while (next.isPresent()) {
      rest = without(rest, next.get());
      next = HookPlace.in(rest.root()).filter(isUnwanted).findFirst();
    }
    return rest;
  }

  /** Takes out the largest part that holds nothing but {@code hook}. */
  private static JsonText without(JsonText text, HookPlace hook) {
    if (hook.isAlone()) {
      return text.remove(hook.hooks());
    }
    if (hook.isAloneInEvent()) {
      return text.remove(hook.event());
    }
    return text.remove(hook.isAloneInGroup() ? hook.group() : hook.part());
  }
}
