package dev.engine.cli;

import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.worker.Primitive;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Schedule a mission: each of its slots is a worker. It is enabled at once.",
    footer = {
      "",
      "Examples: engine mission add nightly \"Summarise the day.\" --schedule \"0 7 * * mon-fri\"",
      "          engine mission add watch --file watch.md --schedule \"every 15m\" --missed skip",
      "          engine mission add once-more - --schedule \"once 2026-01-05T09:00\" --zone UTC"
    })
final class MissionAddCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "SLUG",
      description = "What it is called: 1 to 64 lower-case letters, digits and dashes.")
  private Slug slug;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What to do, at most 100,000 characters; - for what is piped in.")
  private @Nullable String text;

  @Mixin private InstructionOptions instructions;

  @Option(
      names = "--schedule",
      required = true,
      description = "Five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00.")
  private Schedule schedule;

  @Option(
      names = "--zone",
      description = "The IANA zone that it is read in (default: the one of engine.toml).")
  private @Nullable ZoneId zone;

  @Option(names = "--name", description = "In words, at most 200 characters (default: the slug).")
  private @Nullable String name;

  @Option(
      names = "--primitive",
      description = "What kind of work it is (default ${DEFAULT-VALUE}).",
      defaultValue = "research")
  private Primitive primitive;

  @Mixin private AskerOptions asker;

  @Mixin private PolicyOptions policies;

  MissionAddCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Timing timing =
        new Timing(
            schedule,
            zone == null ? context.engine().zone() : zone,
            policies.amendment().of(MissionPolicies.DEFAULT));
    MissionPlan plan =
        new MissionPlan(
            slug,
            name == null ? slug.value() : name,
            instructions.read(context, text),
            primitive,
            timing,
            asker.asker(context).told(context));
    ScheduledMission added = context.engine().missions().add(plan);
    context.output().line(Missions.sentence(added));
  }
}
