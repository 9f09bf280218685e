package dev.engine.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.priority.PriorityFilter.Which;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Priorities} promises. */
public interface PrioritiesContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  PriorityId UNKNOWN = new PriorityId("0000beef");
  Pool ERRANDS = new Pool("errands");

  /** An empty store that draws its ids from {@code random}. */
  Priorities priorities(RandomGenerator random);

  private Priorities priorities() {
    return priorities(new ScriptedRandom(1));
  }

  @Test
  default void aNewOneStandsAtTheEndOfItsPool() {
    Priorities priorities = priorities();
    Priority first = add(priorities, "first");
    Priority elsewhere = add(priorities, "elsewhere", ERRANDS, NOON);

    Priority last =
        priorities.add(new PriorityText("last"), Level.CRITICAL, Pool.MAIN, NOON.plusSeconds(1));

    assertThat(last)
        .isEqualTo(
            Priority.added(
                last.id(),
                new PriorityText("last"),
                Level.CRITICAL,
                Pool.MAIN,
                NOON.plusSeconds(1)));
    assertThat(priorities.find(last.id())).contains(last);
    assertThat(open(priorities, Pool.MAIN)).containsExactly(first, last);
    assertThat(open(priorities, null)).containsExactly(elsewhere, first, last);
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Priorities priorities = priorities(new ScriptedRandom(1, 1, 2));

    Priority first = add(priorities, "first");
    Priority second = add(priorities, "second");

    assertThat(first.id()).isEqualTo(new PriorityId("00000001"));
    assertThat(second.id()).isEqualTo(new PriorityId("00000002"));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(first, second);
  }

  @Test
  default void completingTakesItOffTheList() {
    Priorities priorities = priorities();
    Priority priority = add(priorities, "answer Ada");

    Completion completion = priorities.complete(priority.id(), NOON.plusSeconds(1));

    Priority done = priority.done(NOON.plusSeconds(1));
    assertThat(completion).isEqualTo(new Completion.CompletedNow(done));
    assertThat(priorities.find(priority.id())).contains(done);
    assertThat(open(priorities, Pool.MAIN)).isEmpty();
  }

  @Test
  default void completingTwiceKeepsTheFirstTime() {
    Priorities priorities = priorities();
    Priority priority = add(priorities, "answer Ada");
    priorities.complete(priority.id(), NOON.plusSeconds(1));

    Completion second = priorities.complete(priority.id(), NOON.plusSeconds(2));

    assertThat(second)
        .isEqualTo(new Completion.CompletedBefore(priority.done(NOON.plusSeconds(1))));
  }

  @Test
  default void aReopenedOneStandsAtTheEndOfItsPool() {
    Priorities priorities = priorities();
    Priority first = add(priorities, "first");
    Priority second = add(priorities, "second");
    priorities.complete(first.id(), NOON.plusSeconds(1));

    Reopening reopening = priorities.reopen(first.id(), NOON);

    assertThat(reopening).isEqualTo(new Reopening.Reopened(first));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(second, first);
  }

  @Test
  default void reopeningAnOpenOneLeavesItWhereItIs() {
    Priorities priorities = priorities();
    Priority first = add(priorities, "first");
    Priority second = add(priorities, "second");

    Reopening reopening = priorities.reopen(first.id(), NOON);

    assertThat(reopening).isEqualTo(new Reopening.NotDone(first));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(first, second);
  }

  @Test
  default void anAmendmentChangesWhatItNamesAndNothingElse() {
    Priorities priorities = priorities();
    Priority first = add(priorities, "first");
    Priority second = add(priorities, "second");

    Amending raised = priorities.amend(first.id(), new Amendment(null, Level.CRITICAL), NOON);
    Amending reworded =
        priorities.amend(first.id(), new Amendment(new PriorityText("ask Ada"), null), NOON);

    Priority amended =
        Priority.added(first.id(), new PriorityText("ask Ada"), Level.CRITICAL, first.pool(), NOON);
    assertThat(raised)
        .isEqualTo(new Amending.Amended(first.amended(new Amendment(null, Level.CRITICAL))));
    assertThat(reworded).isEqualTo(new Amending.Amended(amended));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(amended, second);
  }

  @Test
  default void aMoveGoesToTheFrontToTheEndOrRightBeforeAnother() {
    Priorities priorities = priorities();
    Priority a = add(priorities, "a");
    Priority b = add(priorities, "b");
    Priority c = add(priorities, "c");

    Move toTheFront = priorities.move(c.id(), new Place.First(), NOON);
    assertThat(toTheFront).isEqualTo(new Move.Moved(c));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(c, a, b);

    priorities.move(c.id(), new Place.Before(b.id()), NOON);
    assertThat(open(priorities, Pool.MAIN)).containsExactly(a, c, b);

    priorities.move(a.id(), new Place.Last(), NOON);
    assertThat(open(priorities, Pool.MAIN)).containsExactly(c, b, a);

    priorities.move(a.id(), new Place.Before(c.id()), NOON);
    assertThat(open(priorities, Pool.MAIN)).containsExactly(a, c, b);
  }

  @Test
  default void thereIsAlwaysRoomBeforeAnother() {
    Priorities priorities = priorities();
    Priority anchor = add(priorities, "anchor");
    List<Priority> others =
        IntStream.range(0, 40).mapToObj(i -> add(priorities, "other " + i)).toList();

    others.forEach(other -> priorities.move(other.id(), new Place.Before(anchor.id()), NOON));

    assertThat(open(priorities, Pool.MAIN).subList(0, 40)).isEqualTo(others);
    assertThat(open(priorities, Pool.MAIN)).hasSize(41).endsWith(anchor);
  }

  @Test
  default void rightBeforeItselfIsWhereItStands() {
    Priorities priorities = priorities();
    Priority a = add(priorities, "a");
    Priority b = add(priorities, "b");
    Priority c = add(priorities, "c");

    Move move = priorities.move(b.id(), new Place.Before(b.id()), NOON);

    assertThat(move).isEqualTo(new Move.Moved(b));
    assertThat(open(priorities, Pool.MAIN)).containsExactly(a, b, c);
  }

  @Test
  default void aMoveToAnotherPoolEndsAtItsEnd() {
    Priorities priorities = priorities();
    Priority main = add(priorities, "main");
    Priority errand = add(priorities, "errand", ERRANDS, NOON);

    Move move = priorities.move(main.id(), new Place.EndOf(ERRANDS), NOON);

    assertThat(move).isEqualTo(new Move.Moved(main.in(ERRANDS)));
    assertThat(open(priorities, ERRANDS)).containsExactly(errand, main.in(ERRANDS));
    assertThat(open(priorities, Pool.MAIN)).isEmpty();
  }

  @Test
  default void noPlaceIsBeforeOneThatIsDoneElsewhereOrUnknown() {
    Priorities priorities = priorities();
    Priority priority = add(priorities, "a");
    Priority done = add(priorities, "b");
    priorities.complete(done.id(), NOON);
    Priority errand = add(priorities, "c", ERRANDS, NOON);

    assertThat(List.of(done.id(), errand.id(), UNKNOWN))
        .allSatisfy(
            other ->
                assertThat(priorities.move(priority.id(), new Place.Before(other), NOON))
                    .isEqualTo(new Move.NoSuchPlace(priority, other)));
  }

  @Test
  default void whatIsDoneStandsNowhere() {
    Priorities priorities = priorities();
    Priority done = add(priorities, "a");
    priorities.complete(done.id(), NOON);

    Move move = priorities.move(done.id(), new Place.First(), NOON);

    assertThat(move).isEqualTo(new Move.AlreadyDone(done.done(NOON)));
  }

  @Test
  default void manyMovesAtOnceLeaveEachInOnePlace() throws Exception {
    Priorities priorities = priorities();
    Priority anchor = add(priorities, "anchor");
    List<Priority> others =
        IntStream.range(0, 32).mapToObj(i -> add(priorities, "other " + i)).toList();

    atOnce(
        others.stream()
            .<Runnable>map(
                other -> () -> priorities.move(other.id(), new Place.Before(anchor.id()), NOON))
            .toList());

    List<Priority> order = open(priorities, Pool.MAIN);
    assertThat(order).hasSize(33).endsWith(anchor).containsAll(others);
  }

  @Test
  default void anUnknownOneIsNamed() {
    Priorities priorities = priorities();

    assertThat(priorities.find(UNKNOWN)).isEmpty();
    assertThat(priorities.complete(UNKNOWN, NOON))
        .isEqualTo(new Completion.NoSuchPriority(UNKNOWN));
    assertThat(priorities.reopen(UNKNOWN, NOON)).isEqualTo(new Reopening.NoSuchPriority(UNKNOWN));
    assertThat(priorities.amend(UNKNOWN, new Amendment(null, Level.LOW), NOON))
        .isEqualTo(new Amending.NoSuchPriority(UNKNOWN));
    assertThat(priorities.move(UNKNOWN, new Place.First(), NOON))
        .isEqualTo(new Move.NoSuchPriority(UNKNOWN));
  }

  @Test
  default void whatIsStillOpenFromBeforeIsCarriedOver() {
    Priorities priorities = priorities();
    Instant midnight = NOON.plusSeconds(10);
    Priority old = add(priorities, "old", Pool.MAIN, midnight.minusMillis(1));
    Priority oldAndDone = add(priorities, "old and done", Pool.MAIN, NOON);
    priorities.complete(oldAndDone.id(), NOON);
    add(priorities, "new", Pool.MAIN, midnight);

    List<Priority> carriedOver =
        priorities
            .list(new PriorityFilter(null, new Which.CarriedOver(midnight)), Page.FIRST)
            .items();

    assertThat(carriedOver).containsExactly(old);
  }

  @Test
  default void whatWasDoneIsListedFromATimeOnTheLastFirst() {
    Priorities priorities = priorities();
    Priority early = done(priorities, "early", NOON.minusMillis(1));
    Priority first = done(priorities, "first", NOON);
    Priority last = done(priorities, "last", NOON.plusSeconds(1));
    add(priorities, "open");

    PriorityFilter sinceNoon = new PriorityFilter(Pool.MAIN, new Which.DoneSince(NOON));
    PriorityFilter ever = new PriorityFilter(null, new Which.DoneSince(Instant.EPOCH));

    assertThat(priorities.list(sinceNoon, Page.FIRST).items()).containsExactly(last, first);
    assertThat(priorities.list(sinceNoon, Page.first(new Limit(1))).items()).containsExactly(last);
    assertThat(priorities.list(ever, Page.FIRST).items()).containsExactly(last, first, early);
  }

  @Test
  default void poolsTellHowMuchIsOpenAndDone() {
    Priorities priorities = priorities();
    add(priorities, "a");
    add(priorities, "b");
    done(priorities, "c", NOON);
    add(priorities, "d", ERRANDS, NOON);

    List<PoolSummary> pools = priorities.pools(Limit.DEFAULT);

    assertThat(pools)
        .containsExactly(new PoolSummary(ERRANDS, 1, 0), new PoolSummary(Pool.MAIN, 2, 1));
    assertThat(priorities.pools(new Limit(1))).containsExactly(new PoolSummary(ERRANDS, 1, 0));
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Priorities priorities = priorities();
    Priority first = add(priorities, "buy bread", ERRANDS, NOON);
    for (int i = 0; i < 3; i++) {
      add(priorities, "water plant " + i, ERRANDS, NOON);
      add(priorities, "answer letter " + i, Pool.MAIN, NOON);
    }

    PagedList<Priority> list = page -> priorities.list(PriorityFilter.open(null), page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> priorities.complete(first.id(), NOON));
  }

  @Test
  default void pagesOfWhatIsDoneAreTheListAndStandWhereTheyStood() {
    Priorities priorities = priorities();
    for (int i = 0; i < 5; i++) {
      done(priorities, "answer letter " + i, NOON.plusSeconds(i / 2));
    }
    PriorityFilter ever = new PriorityFilter(null, new Which.DoneSince(NOON));
    PagedList<Priority> list = page -> priorities.list(ever, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> done(priorities, "answer the last letter", NOON.plusSeconds(9)));
  }

  @Test
  default void aRemovedOneIsGoneOpenOrDone() {
    Priorities priorities = priorities();
    Priority open = add(priorities, "answer Ada");
    Priority stays = add(priorities, "buy bread");
    Priority done = done(priorities, "water the plants", NOON);

    Removal removal = priorities.remove(open.id(), NOON);

    assertThat(removal).isEqualTo(new Removal.Removed(open));
    assertThat(priorities.remove(done.id(), NOON)).isEqualTo(new Removal.Removed(done));
    assertThat(priorities.find(open.id())).isEmpty();
    assertThat(priorities.remove(open.id(), NOON)).isEqualTo(new Removal.NoSuchPriority(open.id()));
    assertThat(open(priorities, null)).containsExactly(stays);
    assertThat(priorities.pools(Limit.DEFAULT)).containsExactly(new PoolSummary(Pool.MAIN, 1, 0));
  }

  @Test
  default void whatIsRemovedBetweenPagesShiftsNothing() {
    Priorities priorities = priorities();
    List<Priority> all =
        List.of(
            add(priorities, "a"), add(priorities, "b"), add(priorities, "c"), add(priorities, "d"));
    PagedList<Priority> list = page -> priorities.list(PriorityFilter.open(null), page);

    list.isNotShiftedBy(() -> priorities.remove(all.get(1).id(), NOON));
  }

  /** Runs all of {@code acts}, several at a time, and waits for them. */
  static void atOnce(List<Runnable> acts) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<? extends Future<?>> running = acts.stream().map(threads::submit).toList();
      for (Future<?> act : running) {
        act.get();
      }
    }
  }

  private static List<Priority> open(Priorities priorities, @Nullable Pool pool) {
    return priorities.list(PriorityFilter.open(pool), Page.FIRST).items();
  }

  private static Priority done(Priorities priorities, String content, Instant at) {
    Priority added = add(priorities, content, Pool.MAIN, at);
    priorities.complete(added.id(), at);
    return added.done(at);
  }

  private static Priority add(Priorities priorities, String content) {
    return add(priorities, content, Pool.MAIN, NOON);
  }

  private static Priority add(Priorities priorities, String content, Pool pool, Instant at) {
    return priorities.add(new PriorityText(content), Level.MEDIUM, pool, at);
  }
}
