package dev.engine.host;

import dev.engine.host.JsonPart.Arr;
import dev.engine.host.JsonPart.Member;
import dev.engine.host.JsonPart.Obj;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one of Engine's handlers stands in the settings: {@code {"hooks": {"<Event>": [{"hooks":
 * [<handler>, …]}, …]}}}.
 *
 * @param hooks the member of the settings that holds all hooks
 * @param event the member of it that it stands under
 * @param group the element of that one's array
 * @param part the element of the group's array
 */
record HookPlace(Member hooks, Member event, Obj group, Obj part) {

  /** The name of the member that holds all hooks, and of that which holds those of a group. */
  static final String HOOKS = "hooks";

  /** All that {@code settings} hold, in their order. */
  static Stream<HookPlace> in(Obj settings) {
    return settings.member(HOOKS).stream()
        .flatMap(hooks -> effectiveMembers(hooks.part()).flatMap(event -> ofEvent(hooks, event)));
  }

  /** What it says, if it is a command. */
  Optional<HookHandler> command() {
    return HookHandler.read(part);
  }

  /** Its group, as it would be without anything else in it. */
  JsonValue.Obj alone() {
    JsonValue handlers = JsonValue.array(part.value());
    return new JsonValue.Obj(
        group.members().stream()
            .map(
                member ->
                    new JsonValue.Member(
                        member.name(),
                        member.name().equals(HOOKS) ? handlers : member.part().value()))
            .toList());
  }

  /** Whether its group holds nothing else. */
  boolean isAloneInGroup() {
    return sizeOf(group.get(HOOKS)) == 1;
  }

  /** Whether its group holds {@code all} of them, and nothing else. */
  boolean isGroupOf(List<HookPlace> all) {
    return sizeOf(group.get(HOOKS)) == all.size()
        && all.stream().allMatch(each -> each.group().equals(group));
  }

  /** Whether its event has no other group. */
  boolean isAloneInEvent() {
    return isAloneInGroup() && sizeOf(Optional.of(event.part())) == 1;
  }

  /** Whether there is no other hook at all. */
  boolean isAlone() {
    return isAloneInEvent() && hooks.part() instanceof Obj all && all.members().size() == 1;
  }

  private static Stream<HookPlace> ofEvent(Member hooks, Member event) {
    return objectsOf(event.part())
        .flatMap(
            group ->
                group.get(HOOKS).stream()
                    .flatMap(HookPlace::objectsOf)
                    .flatMap(part -> ofPart(hooks, event, group, part)));
  }

  private static Stream<HookPlace> ofPart(Member hooks, Member event, Obj group, Obj part) {
    boolean isOurs = HookHandler.read(part).isPresent() || HookPost.isOne(part);
    return isOurs ? Stream.of(new HookPlace(hooks, event, group, part)) : Stream.empty();
  }

  /** Of several members with one name only the last counts, for the client as for us. */
  private static Stream<Member> effectiveMembers(JsonPart part) {
    return part instanceof Obj object
        ? object.members().stream()
            .filter(member -> object.member(member.name()).equals(Optional.of(member)))
        : Stream.empty();
  }

  private static Stream<Obj> objectsOf(JsonPart part) {
    return part instanceof Arr array
        ? array.elements().stream().filter(Obj.class::isInstance).map(Obj.class::cast)
        : Stream.empty();
  }

  private static int sizeOf(Optional<JsonPart> part) {
    return part.map(each -> each instanceof Arr array ? array.elements().size() : 0).orElse(0);
  }
}
