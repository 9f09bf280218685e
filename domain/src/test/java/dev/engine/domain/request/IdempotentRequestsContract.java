package dev.engine.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What {@link IdempotentRequests} promises. */
public interface IdempotentRequestsContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  RequestKey KEY = new RequestKey("deploy-1");
  Fingerprint SEND = Fingerprint.of("POST", "/api/v1/pings", new byte[] {1});
  Fingerprint OTHER = Fingerprint.of("POST", "/api/v1/pings", new byte[] {2});
  Reply CREATED = new Reply(201, "/api/v1/pings/0000beef", "\"a\"", "{}");
  Reply PLAIN = new Reply(200, null, null, "");

  /** A store that has seen no key. */
  IdempotentRequests requests();

  @Test
  default void aNewRequestIsCarriedOut() {
    Once once = requests().once(KEY, SEND, NOON, () -> CREATED);

    assertThat(once).isEqualTo(new Once.Done(CREATED));
  }

  @Test
  default void theSameRequestIsAnsweredAgainAndNotCarriedOutAgain() {
    IdempotentRequests requests = requests();
    AtomicInteger carriedOut = new AtomicInteger();
    Supplier<Reply> act =
        () -> {
          carriedOut.incrementAndGet();
          return CREATED;
        };
    requests.once(KEY, SEND, NOON, act);

    Once again = requests.once(KEY, SEND, NOON.plusSeconds(60), act);

    assertThat(again).isEqualTo(new Once.DoneBefore(CREATED));
    assertThat(carriedOut).hasValue(1);
  }

  @Test
  default void whatAReplyDoesNotHaveItDoesNotHaveAgain() {
    IdempotentRequests requests = requests();
    requests.once(KEY, SEND, NOON, () -> PLAIN);

    Once again = requests.once(KEY, SEND, NOON, () -> CREATED);

    assertThat(again).isEqualTo(new Once.DoneBefore(PLAIN));
  }

  @Test
  default void aKeyOfAnotherRequestIsRefused() {
    IdempotentRequests requests = requests();
    requests.once(KEY, SEND, NOON, () -> CREATED);

    Once other = requests.once(KEY, OTHER, NOON, () -> PLAIN);

    assertThat(other).isEqualTo(new Once.OtherRequest());
  }

  @Test
  default void aFailureLeavesTheKeyFree() {
    IdempotentRequests requests = requests();
    Supplier<Reply> failing =
        () -> {
          throw new Conflict("not now");
        };
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> requests.once(KEY, SEND, NOON, failing));

    Once again = requests.once(KEY, SEND, NOON, () -> CREATED);

    assertThat(again).isEqualTo(new Once.Done(CREATED));
  }

  @Test
  default void ofManyAtOnceOneIsCarriedOut() throws InterruptedException, ExecutionException {
    IdempotentRequests requests = requests();
    AtomicInteger carriedOut = new AtomicInteger();
    Callable<Once> send =
        () ->
            requests.once(
                KEY,
                SEND,
                NOON,
                () -> new Reply(200, null, null, "answer " + carriedOut.incrementAndGet()));

    List<Once> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Once> outcome : threads.invokeAll(Collections.nCopies(8, send))) {
        outcomes.add(outcome.get());
      }
    }

    Reply first = new Reply(200, null, null, "answer 1");
    assertThat(carriedOut).hasValue(1);
    assertThat(outcomes).containsOnlyOnce(new Once.Done(first));
    assertThat(outcomes).contains(new Once.DoneBefore(first)).hasSize(8);
  }

  @Test
  default void oneStepReturnsWhatItsActReturns() {
    Reply reply = requests().inOneStep(() -> PLAIN);

    assertThat(reply).isEqualTo(PLAIN);
  }

  @Test
  default void whatAnActIsGivenAndCannotTakeIsRefusedAsSuch() {
    Supplier<Reply> refusing =
        () -> {
          throw new InvalidInput("schedule", "five cron fields", "never");
        };

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> requests().once(KEY, SEND, NOON, refusing));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> requests().inOneStep(refusing));
  }

  @Test
  default void oldRepliesAreForgottenInBatchesTheOldestFirst() {
    IdempotentRequests requests = requests();
    for (int minute = 0; minute < 4; minute++) {
      RequestKey key = new RequestKey("key-" + minute);
      requests.once(key, SEND, NOON.plusSeconds(60L * minute), () -> CREATED);
    }

    List<Integer> forgotten =
        List.of(
            requests.forget(NOON.plusSeconds(180), new Limit(2)),
            requests.forget(NOON.plusSeconds(180), new Limit(2)),
            requests.forget(NOON.plusSeconds(180), new Limit(2)));

    assertThat(forgotten).containsExactly(2, 1, 0);
    assertThat(requests.once(new RequestKey("key-0"), OTHER, NOON, () -> PLAIN))
        .isEqualTo(new Once.Done(PLAIN));
    assertThat(requests.once(new RequestKey("key-3"), SEND, NOON, () -> PLAIN))
        .isEqualTo(new Once.DoneBefore(CREATED));
  }
}
