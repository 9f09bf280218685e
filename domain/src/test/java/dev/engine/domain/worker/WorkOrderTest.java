package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An order, and the values that go with its attempts. */
final class WorkOrderTest {

  private final WorkOrder plain = order("Compare three queues.");

  @Test
  void itsPartsHaveTheirRanges() {
    List<ThrowingCallable> refused =
        List.of(
            () -> plain.withPriority(101),
            () -> plain.withPriority(-101),
            () -> plain.triedAtMost(0),
            () -> plain.triedAtMost(21),
            () -> plain.withDedupeKey(" "),
            () -> plain.withDedupeKey("a".repeat(201)),
            () -> plain.within(Duration.ZERO),
            () -> plain.within(Duration.ofMillis(1_500)),
            () -> plain.within(Duration.ofDays(30).plusSeconds(1)),
            () -> plain.dependingOn(ids(51).toArray(WorkerId[]::new)));

    assertThat(refused)
        .allSatisfy(order -> assertThatExceptionOfType(InvalidInput.class).isThrownBy(order));
    assertThat(
            plain
                .withPriority(-100)
                .triedAtMost(20)
                .withDedupeKey("a".repeat(200))
                .within(Duration.ofDays(30))
                .dependingOn(ids(50).toArray(WorkerId[]::new))
                .dependsOn())
        .hasSize(50);
  }

  @Test
  void itDependsOnOthersInTheOrderOfTheirIdsAndKeepsMilliseconds() {
    WorkOrder order =
        plain
            .dependingOn(new WorkerId("0000000b"), new WorkerId("0000000a"))
            .after(NOON.plusNanos(1_999_999));

    assertThat(order.dependsOn())
        .containsExactly(new WorkerId("0000000a"), new WorkerId("0000000b"));
    assertThat(order.runAfter()).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void thePauseBehindAFailureDoublesUpToTenMinutes() {
    assertThat(IntStream.of(1, 2, 3, 6, 7, 20).mapToObj(BackOff::after).map(Duration::toSeconds))
        .containsExactly(10L, 20L, 40L, 320L, 600L, 600L);
  }

  @Test
  void capacityIsThatOfAPrimitiveOrOfTheOthers() {
    Capacity capacity = new Capacity(4, Map.of(Primitive.BUILD, 1), 2);

    assertThat(capacity.of(Primitive.BUILD)).isEqualTo(1);
    assertThat(capacity.of(Primitive.WRITE)).isEqualTo(2);
    assertThat(Capacity.of(3).of(Primitive.WRITE)).isEqualTo(3);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Capacity.of(-1));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Capacity(1, Map.of(Primitive.BUILD, -1), 1));
  }

  @Test
  void oneAmountOfMoneyIsOneValue() {
    assertThat(cost("0.250000")).isEqualTo(cost("0.25")).isEqualTo(cost("0.2500004"));
    assertThat(cost("100").costUsd()).isEqualTo(new BigDecimal("100"));
    assertThat(cost("0.0").costUsd()).isEqualTo(BigDecimal.ZERO);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cost("-0.01"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Usage(null, -1L));
  }

  @Test
  void aNumberThatNothingCanTakeIsRefusedAndOfAProgramUnknown() {
    List<String> absurd = List.of("-0.01", "1000000000", "1e400", "1e400000000");
    List<Long> tokens = List.of(-1L, 1_000_000_000_001L, Long.MAX_VALUE);

    assertThat(absurd)
        .allSatisfy(
            usd -> {
              assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cost(usd));
              assertThat(Usage.told(new BigDecimal(usd), 1L)).isEqualTo(new Usage(null, 1L));
            });
    assertThat(tokens)
        .allSatisfy(
            count -> {
              assertThatExceptionOfType(InvalidInput.class)
                  .isThrownBy(() -> new Usage(null, count));
              assertThat(Usage.told(BigDecimal.ONE, count))
                  .isEqualTo(new Usage(BigDecimal.ONE, null));
            });
    assertThat(Usage.told(new BigDecimal("999999999"), Usage.MAX_TOKENS))
        .isEqualTo(new Usage(new BigDecimal("999999999"), Usage.MAX_TOKENS));
    assertThat(Usage.told(null, null)).isEqualTo(Usage.UNKNOWN);
  }

  @Test
  void nothingIsNothingHoweverItIsWritten() {
    assertThat(List.of("0e400000000", "0e-400000000", "1e-400000000", "0.0000004"))
        .allSatisfy(usd -> assertThat(cost(usd).costUsd()).isEqualTo(BigDecimal.ZERO));
  }

  @Test
  void anEndTellsNoMoreThanFits() {
    List<ThrowingCallable> refused =
        List.of(
            () -> WorkerExamples.succeeded("a".repeat(65_537)),
            () -> WorkerExamples.failure(" "),
            () -> WorkerExamples.failure("a".repeat(2_001)),
            () -> new AttemptEnd.PutOff(" ", WorkerExamples.NOON),
            () -> WorkerExamples.asked(" "),
            () -> WorkerExamples.asked("a".repeat(9_001)),
            () -> new AttemptId(new WorkerId("0000000a"), 0));

    assertThat(refused)
        .allSatisfy(end -> assertThatExceptionOfType(InvalidInput.class).isThrownBy(end));
    assertThat(new AttemptId(new WorkerId("0000000a"), 2)).hasToString("0000000a-2");
  }

  @Test
  void anotherConversationOwnsTheSameWork() {
    ConversationId builder = new ConversationId("builder-00000001");
    WorkOrder order = WorkerExamples.order("a").withPriority(3);

    WorkOrder owned = order.ownedBy(builder);

    assertThat(owned)
        .isEqualTo(WorkOrder.of(new Task(Primitive.RESEARCH, "a", null, builder)).withPriority(3));
  }

  @Test
  void eachLimitOfACapacityIsCheckedByItself() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Capacity(-1, Map.of(), 1));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Capacity(1, Map.of(), -1));
    assertThat(new Capacity(0, Map.of(Primitive.BUILD, 0), 0).of(Primitive.BUILD)).isZero();
  }

  private static Usage cost(String usd) {
    return new Usage(new BigDecimal(usd), null);
  }

  private static Set<WorkerId> ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new WorkerId("%08x".formatted(i)))
        .collect(Collectors.toSet());
  }
}
