package dev.engine.domain.host;

import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import java.util.List;

/** The processes of this machine that are of workers of one home, whoever runs these workers. */
public interface WorkerProcesses {

  /**
   * Those that say of themselves which attempt they belong to, by what they inherited from it, and
   * whom no terminal steers: in one, a person may be at work. In the order of their numbers.
   */
  List<WorkerProcess> all();

  /** Kills {@code process}, if it is still the same; its children are left to themselves. */
  void kill(WorkerProcess process);

  /**
   * A process of a worker.
   *
   * @param name what the kernel calls it, at most 15 characters
   * @param residentBytes how much memory it takes
   * @param isAttended whether a terminal is below it, such as in a pane of the tmux server that it
   *     is: a person may be at work there, so only a person ends it
   */
  record WorkerProcess(
      AttemptId attempt,
      ProcessIdentity process,
      String name,
      long residentBytes,
      boolean isAttended) {}
}
