package dev.engine.domain.worker;

import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;

/** What became of a question of a worker. */
public sealed interface Asking {

  /** The person is asked, and the owner will be told so. */
  record AskedNow(Worker worker, Ping ping) implements Asking {}

  /** An earlier question of it waits for its answer; nothing was changed. */
  record AskedBefore(Worker worker, PingId question) implements Asking {}

  /** It is not at work; nothing was changed. */
  record NotRunning(Worker worker) implements Asking {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Asking {}
}
