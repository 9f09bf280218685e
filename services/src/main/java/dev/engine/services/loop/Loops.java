package dev.engine.services.loop;

import dev.engine.domain.host.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The loops of a running engine, each in a thread of its own so that none waits for another. */
public final class Loops implements AutoCloseable {

  /** A round that is in a database step finishes it; more is not waited for. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final List<RunningLoop> loops;

  /** In the order of the loops; empty before they are started. */
  private volatile List<Thread> threads = List.of();

  public Loops(List<Loop> loops, Pauses pauses, InstantSource clock, LoopObserver observer) {
    this.loops =
        loops.stream().map(loop -> new RunningLoop(loop, pauses, clock, observer)).toList();
  }

  /** Starts them all. To be called once. */
  public synchronized void start() {
    threads = loops.stream().map(Loops::started).toList();
  }

  private static Thread started(RunningLoop loop) {
    return Thread.ofPlatform().daemon().name("loop-" + loop.status().name()).start(loop);
  }

  /** How each has fared, in the order in which they were given. */
  public List<LoopStatus> status() {
    List<Thread> started = threads;
    List<LoopStatus> status = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++) {
      LoopStatus told = loops.get(i).status();
      boolean hasEnded = i < started.size() && !started.get(i).isAlive();
      status.add(hasEnded ? told.ended() : told);
    }
    return List.copyOf(status);
  }

  /** Stops them all; each may finish the round that it is in, for a bounded time. */
  @Override
  public synchronized void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(FAREWELL);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
