package dev.engine.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link QuietTimes} promise. */
public interface QuietTimesContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  ConversationId BUILDER = new ConversationId("builder-00000001");
  ConversationId CHIEF = new ConversationId("chief-2026-01-05");
  Quiet SPELL = new Quiet.Spell(NOON.plusSeconds(60));
  Quiet NIGHT = new Quiet.Daily(Hours.parse("22:00-07:00"), ZoneId.of("Europe/Berlin"));

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new SplittableRandom(7));
  }

  @Test
  default void atFirstThereAreNone() {
    assertThat(storage().quietTimes().list()).isEmpty();
  }

  @Test
  default void thoseOfTheFleetComeFirstAndHoursBeforeSpells() {
    QuietTimes times = storage().quietTimes();
    times.set(new QuietTime(CHIEF, new Quiet.Spell(null)), NOON);
    times.set(new QuietTime(BUILDER, NIGHT), NOON);
    times.set(new QuietTime(BUILDER, SPELL), NOON);
    times.set(new QuietTime(null, NIGHT), NOON);

    assertThat(times.list())
        .containsExactly(
            new QuietTime(null, NIGHT),
            new QuietTime(BUILDER, NIGHT),
            new QuietTime(BUILDER, SPELL),
            new QuietTime(CHIEF, new Quiet.Spell(null)));
  }

  @Test
  default void oneOfTheSameKindIsReplaced() {
    QuietTimes times = storage().quietTimes();
    times.set(new QuietTime(BUILDER, SPELL), NOON);
    times.set(new QuietTime(BUILDER, NIGHT), NOON);

    times.set(new QuietTime(BUILDER, new Quiet.Spell(null)), NOON);

    assertThat(times.list())
        .containsExactly(
            new QuietTime(BUILDER, NIGHT), new QuietTime(BUILDER, new Quiet.Spell(null)));
  }

  @Test
  default void whatIsClearedIsGoneAndNothingElse() {
    QuietTimes times = storage().quietTimes();
    times.set(new QuietTime(null, NIGHT), NOON);
    times.set(new QuietTime(BUILDER, NIGHT), NOON);
    times.set(new QuietTime(BUILDER, SPELL), NOON);

    var cleared = times.clear(BUILDER, NOON);

    assertThat(cleared)
        .containsExactly(new QuietTime(BUILDER, NIGHT), new QuietTime(BUILDER, SPELL));
    assertThat(times.list()).containsExactly(new QuietTime(null, NIGHT));
    assertThat(times.clear(BUILDER, NOON)).isEmpty();
  }

  @Test
  default void theFleetIsClearedByItself() {
    QuietTimes times = storage().quietTimes();
    times.set(new QuietTime(null, SPELL), NOON);
    times.set(new QuietTime(BUILDER, SPELL), NOON);

    times.clear(null, NOON);

    assertThat(times.list()).containsExactly(new QuietTime(BUILDER, SPELL));
  }

  @Test
  default void theJournalIsToldOfChangesOnly() {
    Storage storage = storage();
    QuietTimes times = storage.quietTimes();

    var told =
        Told.by(
            storage,
            () -> times.set(new QuietTime(BUILDER, SPELL), NOON),
            () -> times.set(new QuietTime(BUILDER, SPELL), NOON.plusSeconds(1)),
            () -> times.set(new QuietTime(null, NIGHT), NOON.plusSeconds(2)),
            () -> times.clear(BUILDER, NOON.plusSeconds(3)),
            () -> times.clear(BUILDER, NOON.plusSeconds(4)));

    String spell = "{\"kind\":\"spell\",\"until\":\"2026-01-05T12:01:00Z\"}";
    String night = "{\"kind\":\"daily\",\"hours\":\"22:00-07:00\",\"zone\":\"Europe/Berlin\"}";
    assertThat(told)
        .containsExactly(
            happening(NOON, "quiet_time.set", BUILDER, spell),
            new Happening(
                NOON.plusSeconds(2),
                new EventKind("quiet_time.set"),
                null,
                null,
                null,
                new Facts(night)),
            happening(NOON.plusSeconds(3), "quiet_time.cleared", BUILDER, spell));
  }

  private static Happening happening(Instant at, String kind, ConversationId of, String facts) {
    return new Happening(at, new EventKind(kind), of, null, null, new Facts(facts));
  }
}
