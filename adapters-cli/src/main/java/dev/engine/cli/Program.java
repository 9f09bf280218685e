package dev.engine.cli;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.host.Links;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.worker.WorkerShutdown;
import java.util.Optional;

/** All that commands can reach. Each part is opened when a command first asks for it. */
public interface Program {

  /** The version of this program, such as {@code 0.1.0}. */
  String version();

  /** The engine of {@code home}; the same one each time, closed by whoever runs the commands. */
  Engine engine(HomeFolder home);

  /** The care for the database file of {@code home}, which need not exist or be of this version. */
  DatabaseMaintenance database(HomeFolder home);

  /** The care for the backups of {@code home}'s database, which need not be of this version. */
  BackupCare backups(HomeFolder home);

  /**
   * How the continuous copy of {@code home} stands, as the engine that copies it has said last;
   * empty if there is none.
   */
  Optional<CopyStanding> copy(HomeFolder home);

  /** What sets Engine up in a project and takes it out again. */
  Installation installation();

  /** What finds out whether everything is right for the engine of {@code home}. */
  Doctor doctor(HomeFolder home);

  /** What starts, finds and stops the engine that serves a home. */
  ServingControl serving();

  /** The engine of {@code home}, to be run in this very process. */
  ServeRun serve(HomeFolder home);

  /** What ends the workers of {@code home} when no engine serves it. */
  WorkerShutdown workerShutdown(HomeFolder home);

  /** The tools for agents over the store of {@code home}, in this very process. */
  McpRun mcp(HomeFolder home);

  /** What hands events of Claude Code over. */
  HookRun hook();

  /** What has this machine start engines by itself. */
  StartupUnits startupUnits();

  /** What shows pages to the person. */
  Links links();

  /** How a command waits that goes on until it is asked to end. */
  Pauses pauses();

  /** What sees whether the hooks of {@code home}'s project work, from end to end. */
  CanaryRun canary(HomeFolder home);

  /** A recorded fleet, to be replayed in the project of {@code home}. */
  DemoRun demo(HomeFolder home);

  /** Experiments on what the store withstands, far from any home. */
  ChaosRun chaos();
}
