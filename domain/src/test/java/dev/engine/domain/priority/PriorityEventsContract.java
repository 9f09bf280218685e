package dev.engine.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Priorities} tell the journal. */
public interface PriorityEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aPriorityTellsOfEachChange() {
    Storage storage = storage();
    Priorities priorities = storage.priorities();
    Priority other = priorities.add(new PriorityText("rest"), Level.LOW, Pool.MAIN, AT);
    Priority[] added = new Priority[1];

    var told =
        Told.by(
            storage,
            () ->
                added[0] = priorities.add(new PriorityText("call Ada"), Level.HIGH, Pool.MAIN, AT));

    PriorityId id = added[0].id();
    assertThat(told)
        .containsExactly(of(id, "priority.added", AT, "{\"pool\":\"main\",\"level\":\"high\"}"));
    assertThat(
            Told.by(
                storage,
                () -> priorities.amend(id, new Amendment(null, Level.LOW), LATER),
                () -> priorities.amend(id, new Amendment(new PriorityText("rest"), null), LATER),
                () -> priorities.move(id, new Place.First(), LATER),
                () -> priorities.move(id, new Place.Last(), LATER),
                () -> priorities.move(id, new Place.Before(other.id()), LATER),
                () -> priorities.move(id, new Place.EndOf(new Pool("home")), LATER),
                () -> priorities.complete(id, LATER),
                () -> priorities.reopen(id, LATER)))
        .containsExactly(
            of(id, "priority.amended", LATER, "{\"level\":\"low\"}"),
            of(id, "priority.amended", LATER, "{\"content\":\"rest\"}"),
            of(id, "priority.moved", LATER, "{\"place\":\"first\",\"pool\":\"main\"}"),
            of(id, "priority.moved", LATER, "{\"place\":\"last\",\"pool\":\"main\"}"),
            of(
                id,
                "priority.moved",
                LATER,
                "{\"before\":\"%s\",\"pool\":\"main\"}".formatted(other.id())),
            of(id, "priority.moved", LATER, "{\"place\":\"last\",\"pool\":\"home\"}"),
            of(id, "priority.completed", LATER, "{}"),
            of(id, "priority.reopened", LATER, "{}"));
  }

  @Test
  default void whatChangesNothingIsNotTold() {
    Storage storage = storage();
    Priorities priorities = storage.priorities();
    Priority open = priorities.add(new PriorityText("open"), Level.LOW, Pool.MAIN, AT);
    Priority done = priorities.add(new PriorityText("done"), Level.LOW, Pool.MAIN, AT);
    priorities.complete(done.id(), AT);
    PriorityId unknown = new PriorityId("0000beef");
    Amendment same = new Amendment(new PriorityText("open"), Level.LOW);

    List<Happening> told =
        Told.by(
            storage,
            () -> priorities.amend(open.id(), same, LATER),
            () -> priorities.move(open.id(), new Place.Before(done.id()), LATER),
            () -> priorities.move(done.id(), new Place.First(), LATER),
            () -> priorities.reopen(open.id(), LATER),
            () -> priorities.complete(done.id(), LATER),
            () -> priorities.amend(unknown, same, LATER),
            () -> priorities.move(unknown, new Place.First(), LATER),
            () -> priorities.reopen(unknown, LATER),
            () -> priorities.complete(unknown, LATER));

    assertThat(told).isEmpty();
  }

  @Test
  default void aPriorityTellsThatItIsGone() {
    Storage storage = storage();
    Priorities priorities = storage.priorities();
    Priority added = priorities.add(new PriorityText("rest"), Level.LOW, Pool.MAIN, AT);

    List<Happening> told =
        Told.by(
            storage,
            () -> priorities.remove(added.id(), LATER),
            () -> priorities.remove(added.id(), LATER));

    assertThat(told).containsExactly(of(added.id(), "priority.removed", LATER, "{}"));
  }

  private static Happening of(PriorityId id, String kind, Instant at, String json) {
    Subject subject = new Subject(Subject.Kind.PRIORITY, id.value());
    return new Happening(at, new EventKind(kind), null, null, subject, new Facts(json));
  }
}
