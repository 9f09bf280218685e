package dev.engine.services.loop;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.Progress;
import dev.engine.services.BackupCare;
import dev.engine.services.loop.Loop.Rest;

/**
 * Takes a backup when one is due, proves it by a trial, and takes away those that are not kept.
 *
 * <p>A loop and no mission: a mission hands work to a worker, with an attempt, a workspace and a
 * process, and this has none; and backups must go on when workers do not.
 */
public final class BackupUpkeep implements Loop.Work {

  private final BackupCare care;
  private final BackupPolicy policy;
  private boolean hasBegun;

  public BackupUpkeep(BackupCare care, BackupPolicy policy) {
    this.care = care;
    this.policy = policy;
  }

  /** The first round only tidies up: an engine that starts has better things to do. */
  @Override
  public Rest run() {
    if (!hasBegun) {
      hasBegun = true;
      care.tidy();
      return Rest.NOTHING_LEFT;
    }
    care.prune(policy); // first, so that nothing is added where nothing can be taken away
    if (care.isDue(policy)) {
      care.tidy();
      Backup taken = care.take(BackupName.SCHEDULED, Progress.UNSEEN);
      care.drill(taken, Progress.UNSEEN);
      care.prune(policy);
    }
    return Rest.NOTHING_LEFT;
  }
}
