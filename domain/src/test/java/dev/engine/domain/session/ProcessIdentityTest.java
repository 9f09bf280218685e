package dev.engine.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ProcessIdentityTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final ProcessSpace HERE = space("a", 7);
  private static final Vantage VANTAGE = new Vantage(HERE, NOON.minus(Duration.ofDays(1)));

  @Test
  void aProcessThatStartedLaterWasNotThere() {
    assertThat(new ProcessIdentity(73, NOON.plusSeconds(3)).canHaveRunAt(NOON)).isFalse();
    assertThat(new ProcessIdentity(73, NOON.minusSeconds(3)).canHaveRunAt(NOON)).isTrue();
  }

  @Test
  void theGrainOfTheKernelsClockIsForgiven() {
    assertThat(new ProcessIdentity(73, NOON.plusSeconds(2)).canHaveRunAt(NOON)).isTrue();
  }

  @Test
  void withoutAStartTimeNothingSpeaksAgainstIt() {
    assertThat(new ProcessIdentity(73, null).canHaveRunAt(NOON)).isTrue();
  }

  @Test
  void twoOfOneBirthAreOneWhateverTheClockSays() {
    ProcessIdentity before = born(73, NOON, HERE, 500);

    assertThat(before.isSameAs(born(73, NOON.plusSeconds(86_400), HERE, 500))).isTrue();
    assertThat(before.isSameAs(born(73, NOON, HERE, 501))).isFalse();
    assertThat(before.isSameAs(born(74, NOON, HERE, 500))).isFalse();
  }

  @Test
  void whereOneBirthIsKnownTheClockDecides() {
    ProcessIdentity old = new ProcessIdentity(73, NOON);

    assertThat(old.isSameAs(born(73, NOON.plusSeconds(2), HERE, 500))).isTrue();
    assertThat(old.isSameAs(born(73, NOON.plusSeconds(3), HERE, 500))).isFalse();
  }

  @Test
  void anEventThatTellsLessTakesNothingAway() {
    ProcessIdentity known = born(73, NOON, HERE, 500);

    assertThat(known.updatedWith(new ProcessIdentity(73, null))).isEqualTo(known);
    assertThat(known.updatedWith(born(73, NOON.plusSeconds(60), HERE, 500))).isEqualTo(known);
    assertThat(new ProcessIdentity(73, null).updatedWith(known)).isEqualTo(known);
    assertThat(new ProcessIdentity(73, NOON).updatedWith(known)).isEqualTo(known);
  }

  @Test
  void theYoungerOneOfTwoIsKnownByTheirBirths() {
    ProcessIdentity process = born(73, NOON, HERE, 500);

    assertThat(born(74, NOON.minusSeconds(60), HERE, 501).isYoungerThan(process)).isTrue();
    assertThat(born(74, NOON.plusSeconds(60), HERE, 500).isYoungerThan(process)).isFalse();
  }

  @Test
  void whereBirthsCannotBeComparedTheYoungerOneStartedLaterByTheClock() {
    ProcessIdentity process = born(73, NOON, HERE, 500);

    assertThat(born(74, NOON.plusSeconds(3), space("b", 7), 1).isYoungerThan(process)).isTrue();
    assertThat(born(74, NOON.plusSeconds(2), space("b", 7), 900).isYoungerThan(process)).isFalse();
    assertThat(process.isYoungerThan(new ProcessIdentity(74, NOON.minusSeconds(3)))).isTrue();
    assertThat(new ProcessIdentity(74, NOON.plusSeconds(3)).isYoungerThan(process)).isTrue();
    assertThat(new ProcessIdentity(74, null).isYoungerThan(process)).isFalse();
    assertThat(process.isYoungerThan(new ProcessIdentity(74, null))).isFalse();
  }

  @Test
  void anotherProcessTakesItsPlace() {
    ProcessIdentity other = born(73, NOON, HERE, 900);

    assertThat(born(73, NOON, HERE, 500).updatedWith(other)).isEqualTo(other);
  }

  @Nested
  final class WhereBirthsAreCounted {

    private final ProcessIdentity process = born(73, NOON, HERE, 500);

    @Test
    void aProcessThatIsThereLivesThoughTheClockWasSet() {
      ProcessIdentity now = born(73, NOON.minus(Duration.ofDays(400)), HERE, 500);

      assertThat(process.fate(now, VANTAGE)).isEqualTo(Fate.ALIVE);
    }

    @Test
    void aNumberThatNobodyHasIsAProcessThatIsGone() {
      assertThat(process.fate(null, VANTAGE)).isEqualTo(Fate.GONE);
    }

    @Test
    void aNumberGivenOutAnewIsAProcessThatIsGone() {
      assertThat(process.fate(born(73, NOON, HERE, 501), VANTAGE)).isEqualTo(Fate.GONE);
    }

    @Test
    void theProcessesOfAnEarlierBootAreGone() {
      Vantage rebooted = new Vantage(space("b", 7), NOON.plusSeconds(3));

      assertThat(process.fate(null, rebooted)).isEqualTo(Fate.GONE);
      assertThat(process.fate(born(73, NOON, space("b", 7), 500), rebooted)).isEqualTo(Fate.GONE);
    }

    @Test
    void aProcessThatStartedAfterThisBootRunsOnAnotherMachine() {
      Vantage elsewhere = new Vantage(space("b", 7), NOON.plusSeconds(2));

      assertThat(process.fate(null, elsewhere)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void theProcessesOfAnotherContainerCannotBeSeen() {
      Vantage container = new Vantage(space("a", 8), VANTAGE.bootedAt());

      assertThat(process.fate(null, container)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void whoCannotTellWhereItIsProvesNothing() {
      assertThat(process.fate(null, null)).isEqualTo(Fate.UNKNOWN);
      assertThat(process.fate(new ProcessIdentity(73, NOON), VANTAGE)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void ofAProcessWhoseBirthWasNotToldOnlyItsAbsenceIsAProof() {
      ProcessIdentity old = new ProcessIdentity(73, NOON);

      assertThat(old.fate(null, VANTAGE)).isEqualTo(Fate.GONE);
      assertThat(old.fate(process, VANTAGE)).isEqualTo(Fate.ALIVE);
      assertThat(old.fate(born(73, NOON.plusSeconds(60), HERE, 900), VANTAGE))
          .isEqualTo(Fate.UNKNOWN);
    }
  }

  @Nested
  final class WhereTheSystemKeepsStartTimes {

    private final ProcessIdentity process = new ProcessIdentity(73, NOON);

    @Test
    void theStartTimeTellsTwoProcessesApart() {
      assertThat(process.fate(new ProcessIdentity(73, NOON), null)).isEqualTo(Fate.ALIVE);
      assertThat(process.fate(new ProcessIdentity(73, NOON.plusSeconds(3)), null))
          .isEqualTo(Fate.GONE);
      assertThat(process.fate(null, null)).isEqualTo(Fate.GONE);
    }

    @Test
    void ofAProcessThatNobodyEverSawNothingIsKnown() {
      assertThat(new ProcessIdentity(73, null).fate(null, null)).isEqualTo(Fate.UNKNOWN);
    }
  }

  @Test
  void ofTwoWithoutABirthTheOneIsKeptThatTellsWhenItStarted() {
    ProcessIdentity timed = new ProcessIdentity(73, NOON);
    ProcessIdentity numbered = new ProcessIdentity(73, null);

    assertThat(timed.updatedWith(new ProcessIdentity(73, NOON.plusSeconds(1)))).isEqualTo(timed);
    assertThat(timed.updatedWith(numbered)).isEqualTo(timed);
    assertThat(numbered.updatedWith(timed)).isEqualTo(timed);
  }

  @Test
  void itIsTracedByItsStartOrByItsBirth() {
    assertThat(new ProcessIdentity(73, NOON).isTraceable()).isTrue();
    assertThat(new ProcessIdentity(73, null, new Birth(HERE, 500)).isTraceable()).isTrue();
    assertThat(new ProcessIdentity(73, null).isTraceable()).isFalse();
  }

  @Test
  void whetherOneOfAnotherBootRanBeforeItIsKnownByItsStartAlone() {
    Vantage rebooted = new Vantage(space("b", 7), NOON.plusSeconds(3));

    assertThat(new ProcessIdentity(73, null, new Birth(HERE, 500)).fate(null, rebooted))
        .isEqualTo(Fate.UNKNOWN);
  }

  private static ProcessIdentity born(long pid, Instant at, ProcessSpace space, long ticks) {
    return new ProcessIdentity(pid, at, new Birth(space, ticks));
  }

  private static ProcessSpace space(String letter, long namespace) {
    return new ProcessSpace(letter.repeat(36), namespace);
  }
}
