package dev.engine.app.chaos;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The use cases of hooks: a session that is registered, is told something, and ends. */
final class Telling {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  private Telling() {}

  /**
   * The first event of a session that the client calls {@code claudeId}.
   *
   * @param claudeId as {@link ClaudeSessionId} has it
   */
  static Step register(String claudeId) {
    return new Step(
        "register",
        scene ->
            scene
                .storage()
                .sessions()
                .admit(
                    sighting(scene, claudeId, new Signal.Started(Source.STARTUP)),
                    new Newcomer(
                        new Assignment(Role.BUILDER, Mode.INTERACTIVE),
                        conversation(claudeId),
                        List.of(),
                        TODAY)));
  }

  /** All that happens to one session. */
  static List<Step> whole(String claudeId) {
    return List.of(
        register(claudeId),
        queue(claudeId),
        visit("offer", claudeId, Occasion.BEGINNING),
        observe("prompt", claudeId, new Signal.Prompted()),
        visit("confirm", claudeId, Occasion.TURN),
        queue(claudeId),
        visit("offer", claudeId, Occasion.TURN),
        observe("compact", claudeId, new Signal.Started(Source.COMPACT)),
        visit("offer again", claudeId, Occasion.BEGINNING),
        new Step(
            "end",
            scene ->
                scene
                    .storage()
                    .sessions()
                    .end(scene.session(claudeId).id(), scene.now(), EndReason.LOGOUT)));
  }

  private static Step queue(String claudeId) {
    return new Step(
        "queue",
        scene -> {
          String text = scene.text("The tests are done");
          Notice notice =
              new Notice(
                  conversation(claudeId),
                  NotificationType.MESSAGE,
                  HookEventId.random(scene.random()).value(),
                  "tests",
                  text);
          scene.storage().notifications().queue(notice, scene.now());
        });
  }

  private static Step visit(String name, String claudeId, Occasion occasion) {
    return new Step(
        name,
        scene -> {
          HookEventId call = HookEventId.random(scene.random());
          scene
              .storage()
              .deliveries()
              .visit(new Visit(scene.session(claudeId).id(), occasion, call, scene.now()));
        });
  }

  private static Step observe(String name, String claudeId, Signal signal) {
    return new Step(
        name, scene -> scene.storage().sessions().observe(sighting(scene, claudeId, signal)));
  }

  private static Sighting sighting(Scene scene, String claudeId, Signal signal) {
    HookEventId call = HookEventId.random(scene.random());
    Arrival arrival = new Arrival(call, "Chaos", Door.ENGINE, Duration.ofMillis(5));
    ClaudeSessionId id = new ClaudeSessionId(claudeId);
    return new Sighting(id, signal, Client.UNKNOWN, scene.now(), arrival);
  }

  private static ConversationId conversation(String claudeId) {
    return new ConversationId("builder-" + claudeId);
  }
}
