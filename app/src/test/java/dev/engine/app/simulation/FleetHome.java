package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupRoom;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.CopyTrial;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.database.Verification;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.worker.Primitive;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One home on one machine: what outlives the engines that serve it. */
record FleetHome(
    HomeFolder folder, FleetTime time, SimulatedHost host, SimulatedRuns runs, Timeline timeline) {

  /** So few at a time that turns matter. */
  static final int MOST_AT_WORK = 3;

  static final Duration BUILD_TIMEOUT = Duration.ofMinutes(20);

  static final WorkerProfiles PROFILES =
      new WorkerProfiles(
          MOST_AT_WORK,
          Map.of(Primitive.BUILD, WorkerProfile.claude(1, BUILD_TIMEOUT)),
          WorkerProfile.claude(2, null));

  /** How many workers of a kind may be at work. */
  static int mostOf(Primitive primitive) {
    return primitive.equals(Primitive.BUILD) ? 1 : 2;
  }

  Path file() {
    return folder.database();
  }

  Path outputs() {
    return folder.outputs();
  }

  Path project() {
    return folder.project();
  }

  SqliteDatabase database() {
    return new SqliteDatabase(file(), EngineLife.PATIENCE, time);
  }

  /** {@code real}, each of whose copies is held against the database that it was taken of. */
  Backups watched(Backups real) {
    return new Backups() {
      @Override
      public Backup take(BackupName name, Progress progress) {
        Map<String, String> live = database().contents();
        Backup taken = real.take(name, progress);
        assertThat(contents(taken)).as("contents of %s", taken).isEqualTo(live);
        timeline.isBackedUpBy(taken);
        return taken;
      }

      @Override
      public List<Backup> list() {
        return real.list();
      }

      @Override
      public Verification verify(Backup backup, Progress progress) {
        return real.verify(backup, progress);
      }

      @Override
      public Drilling drill(Backup backup, Progress progress) {
        Drilling drilling = real.drill(backup, progress);
        assertThat(drilling).isInstanceOf(Drilling.Proven.class);
        return drilling;
      }

      @Override
      public CopyTrial drillCopy(Path copy, Progress progress) {
        return real.drillCopy(copy, progress);
      }

      @Override
      public BackupRoom room() {
        return real.room();
      }

      @Override
      public void remove(Backup backup) {
        real.remove(backup);
      }

      @Override
      public void tidy() {
        real.tidy();
      }

      @Override
      public Restoring restore(Path backup) {
        return real.restore(backup);
      }
    };
  }

  static Map<String, String> contents(Backup backup) {
    return new SqliteDatabase(backup.file(), Duration.ZERO, backup::takenAt).contents();
  }
}
