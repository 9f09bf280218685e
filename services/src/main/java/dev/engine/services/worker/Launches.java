package dev.engine.services.worker;

import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Claiming.Claimed;
import dev.engine.domain.worker.Input;
import dev.engine.domain.worker.Worker;
import dev.engine.services.worker.CommandTemplate.Place;
import java.nio.file.Path;
import java.util.Map;

/** What is run for attempts, as the profiles say. */
final class Launches {

  /** Where a program finds what it reads on standard input, too. */
  private static final String INSTRUCTIONS = "instructions.md";

  private final WorkerProfiles profiles;
  private final HomeFolder home;

  Launches(WorkerProfiles profiles, HomeFolder home) {
    this.profiles = profiles;
    this.home = home;
  }

  /** The folder of {@code worker} where the home is now: it may have been moved. */
  Path workspace(Worker worker) {
    return home.outputs().resolve(worker.id().value());
  }

  /** That of an attempt which was claimed. */
  Launch of(Claimed claimed) {
    Worker worker = claimed.worker();
    WorkerProfile profile = profiles.of(worker.task().primitive());
    CommandTemplate command =
        switch (claimed.input()) {
          case Input.Instructions fresh -> profile.command();
          case Input.Answer answer -> profile.resumeCommand();
        };
    String input =
        switch (claimed.input()) {
          case Input.Instructions fresh -> fresh.text();
          case Input.Answer answer -> answer.text();
        };
    return new Launch(
        claimed.attempt().id(),
        command.filled(places(worker, claimed.attempt())),
        workspace(worker),
        input,
        profile.variables(),
        command.promise());
  }

  private Map<Place, String> places(Worker worker, Attempt attempt) {
    Path workspace = workspace(worker);
    return Map.of(
        Place.SESSION_ID, attempt.claudeSession().value(),
        Place.WORKSPACE, workspace.toString(),
        Place.INSTRUCTIONS_FILE, workspace.resolve(INSTRUCTIONS).toString(),
        Place.WORKER_ID, worker.id().value(),
        Place.PRIMITIVE, worker.task().primitive().value(),
        Place.PROJECT, home.project().toString());
  }
}
