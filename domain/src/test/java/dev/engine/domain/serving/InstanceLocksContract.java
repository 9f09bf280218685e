package dev.engine.domain.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Taking.HeldBy;
import dev.engine.domain.serving.Taking.Taken;
import dev.engine.domain.session.ProcessIdentity;
import org.junit.jupiter.api.Test;

/** What {@link InstanceLocks} promises. */
public interface InstanceLocksContract {

  Endpoint ENDPOINT = new Endpoint("127.0.0.1", 43_117);

  /** A machine on which nobody serves. */
  InstanceLocks locks();

  /** A home with a database. */
  HomeFolder home();

  /** Another home, whose database is that of {@link #home()} by a link. */
  HomeFolder linkedHome();

  /** A process that lives as long as the test. */
  ProcessIdentity self();

  @Test
  default void nobodyHoldsAFreeLock() {
    assertThat(locks().holder(home())).isEmpty();
  }

  @Test
  default void whoTakesTheLockIsItsHolder() {
    InstanceLocks locks = locks();

    Taking taking = locks.take(home(), self());

    assertThat(taking).isInstanceOf(Taken.class);
    assertThat(locks.holder(home())).contains(new ServingEngine(self(), null));
    release(taking);
  }

  @Test
  default void theHolderSaysWhereItListens() {
    InstanceLocks locks = locks();
    Taking taking = locks.take(home(), self());

    ((Taken) taking).lock().announce(ENDPOINT);

    assertThat(locks.holder(home())).contains(new ServingEngine(self(), ENDPOINT));
    release(taking);
  }

  @Test
  default void aSecondOneLearnsWhoHoldsIt() {
    InstanceLocks locks = locks();
    Taking first = locks.take(home(), self());
    ((Taken) first).lock().announce(ENDPOINT);

    Taking second = locks.take(home(), self());

    assertThat(second).isEqualTo(new HeldBy(new ServingEngine(self(), ENDPOINT)));
    release(first);
  }

  @Test
  default void anotherWayToTheSameDatabaseIsTheSameLock() {
    InstanceLocks locks = locks();
    Taking first = locks.take(home(), self());

    Taking second = locks.take(linkedHome(), self());

    assertThat(second).isEqualTo(new HeldBy(new ServingEngine(self(), null)));
    assertThat(locks.holder(linkedHome())).contains(new ServingEngine(self(), null));
    release(first);
  }

  @Test
  default void aClosedLockIsFree() {
    InstanceLocks locks = locks();
    Taking first = locks.take(home(), self());

    release(first);
    release(first);

    assertThat(locks.holder(home())).isEmpty();
    Taking second = locks.take(home(), self());
    assertThat(second).isInstanceOf(Taken.class);
    release(second);
  }

  private static void release(Taking taking) {
    ((Taken) taking).lock().close();
  }
}
