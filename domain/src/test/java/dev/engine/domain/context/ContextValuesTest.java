package dev.engine.domain.context;

import static dev.engine.domain.context.ContextExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Urgency;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ContextValuesTest {

  private static final Session SESSION = SessionExamples.aSession("00000001", "a", "project-a");

  @Test
  void somethingMustBeKnownAndFitItsRange() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContextFill(null, null, 200_000L));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ContextFill.ofPercent(101));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ContextFill.ofPercent(-1));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ContextFill.ofTokens(-1));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new ContextFill(1, null, 0L));
  }

  @Test
  void aWindowGivesAPercentageUnlessTheTokensDoNotFit() {
    assertThat(ContextFill.ofTokens(15_500).within(200_000))
        .isEqualTo(new ContextFill(8, 15_500L, 200_000L));
    assertThat(ContextFill.ofTokens(250_000).within(200_000))
        .isEqualTo(ContextFill.ofTokens(250_000));
    assertThat(ContextFill.ofPercent(5).within(200_000)).isEqualTo(ContextFill.ofPercent(5));
  }

  @Test
  void whoeverWorksWithoutAPersonIsToldSomethingElse() {
    Session interactive = SESSION.filledTo(71, NOON);
    Session autonomous = in(Mode.AUTONOMOUS).filledTo(71, NOON);
    Session background = in(Mode.BACKGROUND).filledTo(71, NOON);

    assertThat(ContextNotice.of(interactive, 71).body()).contains("Tell the person");
    assertThat(ContextNotice.of(autonomous, 71).body())
        .contains("Nobody watches")
        .isEqualTo(ContextNotice.of(background, 71).body());
  }

  @Test
  void eachLevelIsToldInItsOwnWords() {
    Set<String> bodies = new HashSet<>();
    for (Mode mode : new Mode[] {Mode.INTERACTIVE, Mode.AUTONOMOUS}) {
      for (int percent : new int[] {50, 70, 90}) {
        bodies.add(ContextNotice.of(in(mode).filledTo(percent, NOON), percent).body());
      }
    }

    assertThat(bodies).hasSize(6).doesNotContain("");
  }

  @Test
  void whatIsUsedAndTheWindowHaveALimit() {
    long most = 1_000_000_000L;

    assertThat(new ContextFill(100, most, most).percent()).isEqualTo(100);
    assertThat(new ContextFill(0, 0L, 1L).tokens()).isZero();
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ContextFill.ofTokens(most + 1));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContextFill(1, null, most + 1));
  }

  @Test
  void aWindowChangesNothingThatIsKnownInPercent() {
    ContextFill told = new ContextFill(7, 20_000L, null);

    assertThat(told.within(200_000)).isEqualTo(told);
    assertThat(ContextFill.ofTokens(200_000).within(200_000))
        .isEqualTo(new ContextFill(100, 200_000L, 200_000L));
  }

  @Test
  void belowTheFirstLevelThereIsNothingToSay() {
    Notice interactive = ContextNotice.of(SESSION, 0);

    assertThat(interactive.body()).isEmpty();
    assertThat(interactive.terms().urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(ContextNotice.of(in(Mode.BACKGROUND), 0).body()).isEmpty();
  }

  @Test
  void theFullerTheMoreUrgent() {
    assertThat(
            Stream.of(50, 70, 90)
                .map(percent -> ContextNotice.of(SESSION.filledTo(percent, NOON), percent)))
        .extracting(notice -> notice.terms().urgency())
        .containsExactly(Urgency.NORMAL, Urgency.HIGH, Urgency.CRITICAL);
  }

  @Test
  void aGaugeHasAPercentageWithItsTimeOrNeither() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContextGauge(50, null, null, null));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContextGauge(null, NOON, null, null));
  }

  @Test
  void aLevelIsReachedAtItsPercentage() {
    assertThat(Stream.of(0, 49, 50, 69, 70, 89, 90, 100).map(ContextLevel::reachedAt))
        .containsExactly(
            ContextLevel.NONE,
            ContextLevel.NONE,
            ContextLevel.HALF,
            ContextLevel.HALF,
            ContextLevel.HIGH,
            ContextLevel.HIGH,
            ContextLevel.CRITICAL,
            ContextLevel.CRITICAL);
    assertThat(Stream.of(0, 50, 70, 90).map(ContextLevel::of))
        .containsExactly(ContextLevel.values());
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ContextLevel.of(60));
  }

  private static Session in(Mode mode) {
    return new Session(
        SESSION.id(),
        SESSION.claudeId(),
        new Assignment(Role.PROJECT, mode),
        SESSION.origin(),
        SESSION.client(),
        SESSION.state(),
        SESSION.report());
  }
}
