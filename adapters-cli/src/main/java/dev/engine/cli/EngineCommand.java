package dev.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code engine} with all its commands. */
@Command(
    subcommands = {
      InitCommand.class,
      UninstallCommand.class,
      UpCommand.class,
      DownCommand.class,
      ServeCommand.class,
      DashboardCommand.class,
      ServiceCommand.class,
      DoctorCommand.class,
      StatusCommand.class,
      AttentionCommand.class,
      BriefCommand.class,
      WhyCommand.class,
      SessionCommand.class,
      ConversationCommand.class,
      WorkerCommand.class,
      MissionCommand.class,
      PingCommand.class,
      NotifyCommand.class,
      NotificationCommand.class,
      DndCommand.class,
      ContactCommand.class,
      PriorityCommand.class,
      StageCommand.class,
      AccountCommand.class,
      EventsCommand.class,
      McpCommand.class,
      HookCommand.class,
      DemoCommand.class,
      ChaosCommand.class,
      DbCommand.class,
      VersionCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
final class EngineCommand extends BareEngineCommand {

  EngineCommand(Context context) {
    super(context);
  }
}
