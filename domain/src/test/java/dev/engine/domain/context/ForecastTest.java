package dev.engine.domain.context;

import static dev.engine.domain.context.ContextExamples.NOON;
import static dev.engine.domain.context.ContextExamples.reading;
import static dev.engine.domain.context.ContextExamples.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ForecastTest {

  private static final SessionId ID = new SessionId("00000001");

  @Test
  void aSteadyRiseReachesTheNextLevelInTime() {
    Optional<Forecast> forecast =
        Forecast.of(samples(reading(60, 120), reading(58, 60), reading(56, 0)), null);

    assertThat(forecast).contains(new Forecast(ContextLevel.HIGH, Duration.ofMinutes(5)));
  }

  @Test
  void eachLevelThatIsAheadIsReachedInItsTurn() {
    List<Forecast> ahead =
        Forecast.ahead(samples(reading(44, 120), reading(42, 60), reading(40, 0)), null);

    assertThat(ahead)
        .containsExactly(
            new Forecast(ContextLevel.HALF, Duration.ofMinutes(3)),
            new Forecast(ContextLevel.HIGH, Duration.ofMinutes(13)),
            new Forecast(ContextLevel.CRITICAL, Duration.ofMinutes(23)));
  }

  @Test
  void tokensTellMoreThanWholePercents() {
    Optional<Forecast> forecast =
        Forecast.of(
            samples(
                reading(49, 98_000, 200_000, 120),
                reading(49, 97_500, 200_000, 60),
                reading(49, 97_000, 200_000, 0)),
            null);

    assertThat(forecast).contains(new Forecast(ContextLevel.HALF, Duration.ofMinutes(4)));
  }

  @Test
  void oneOddReadingMovesNothing() {
    Optional<Forecast> forecast =
        Forecast.of(
            samples(
                reading(64, 240),
                reading(62, 180),
                reading(11, 120),
                reading(58, 60),
                reading(56, 0)),
            null);

    assertThat(forecast).map(Forecast::after).contains(Duration.ofMinutes(3));
  }

  @Test
  void aContextThatDoesNotRiseReachesNothing() {
    assertThat(Forecast.of(samples(reading(40, 120), reading(50, 60), reading(60, 0)), null))
        .isEmpty();
    assertThat(Forecast.of(samples(reading(60, 120), reading(60, 60), reading(60, 0)), null))
        .isEmpty();
  }

  @Test
  void tooLittleIsKnownOfTwoSamplesOrOfAFewSeconds() {
    assertThat(Forecast.of(List.of(), null)).isEmpty();
    assertThat(Forecast.of(samples(reading(58, 60), reading(56, 0)), null)).isEmpty();
    assertThat(Forecast.of(samples(reading(60, 20), reading(58, 10), reading(56, 0)), null))
        .isEmpty();
  }

  @Test
  void whatWasBeforeACompactionSaysNothing() {
    List<ContextSample> samples =
        samples(reading(24, 180), reading(22, 120), reading(20, 60), reading(90, 0));

    assertThat(Forecast.of(samples, NOON.plusSeconds(30)))
        .contains(new Forecast(ContextLevel.HALF, Duration.ofMinutes(13)));
  }

  @Test
  void whatWasBeforeARestSaysNothing() {
    List<ContextSample> samples =
        samples(reading(64, 3_720), reading(62, 3_660), reading(60, 3_600), reading(59, 0));

    assertThat(Forecast.of(samples, null)).map(Forecast::after).contains(Duration.ofMinutes(3));
  }

  @Test
  void aConclusionIsNoMeasurement() {
    ContextReading concluded = ContextReading.beforeCompaction(NOON.plusSeconds(150));

    assertThat(
            Forecast.of(
                samples(concluded, reading(60, 120), reading(58, 60), reading(56, 0)), null))
        .contains(new Forecast(ContextLevel.HIGH, Duration.ofMinutes(5)));
  }

  @Test
  void aboveTheLastLevelThereIsNothingToReach() {
    assertThat(Forecast.of(samples(reading(95, 120), reading(93, 60), reading(91, 0)), null))
        .isEmpty();
  }

  @Test
  void onlyTheNewestSamplesCount() {
    List<ContextReading> newestFirst = new ArrayList<>();
    for (int number = 0; number < Forecast.SAMPLES; number++) {
      newestFirst.add(reading(60 - number, 600 - 30 * number));
    }
    for (int number = 1; number <= 40; number++) {
      newestFirst.add(reading(40, 30 - number % 30));
    }

    assertThat(Forecast.of(samples(newestFirst.toArray(ContextReading[]::new)), null))
        .contains(new Forecast(ContextLevel.HIGH, Duration.ofMinutes(5)));
  }

  @Test
  void withoutAWindowTokensTellNothing() {
    assertThat(Forecast.of(samples(tokens(30, 120), tokens(20, 60), tokens(10, 0)), null))
        .isEmpty();
    assertThat(
            Forecast.of(
                samples(tokens(30, 150), reading(60, 120), reading(58, 60), reading(56, 0)), null))
        .contains(new Forecast(ContextLevel.HIGH, Duration.ofMinutes(5)));
  }

  @Test
  void beyondADayNothingIsForeseen() {
    List<ContextSample> slow =
        samples(
            reading(49, 98_002, 200_000, 1_200),
            reading(49, 98_001, 200_000, 600),
            reading(49, 98_000, 200_000, 0));

    assertThat(Forecast.ahead(slow, null)).isEmpty();
  }

  @Test
  void tokensBeyondTheWindowFillIt() {
    List<ContextSample> over =
        samples(
            reading(100, 210_000, 200_000, 120),
            reading(80, 160_000, 200_000, 60),
            reading(60, 120_000, 200_000, 0));

    assertThat(Forecast.ahead(over, null)).isEmpty();
  }

  private static List<ContextSample> samples(ContextReading... newestFirst) {
    return Stream.of(newestFirst).map(reading -> new ContextSample(ID, reading)).toList();
  }
}
