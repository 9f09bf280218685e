package dev.engine.domain.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a session's Claude Code client runs, as far as its events tell. Each part is null until an
 * event has told it.
 *
 * @param cwd absolute path of the working directory
 * @param transcriptPath absolute path of the client's own record of the session
 * @param process the client's process
 * @param tmuxPane pane id, such as {@code %7}
 * @param tmuxWindow window name
 * @param model the client's name for the model
 * @param tmuxServer whose pane it is
 */
public record Client(
    @Nullable String cwd,
    @Nullable String transcriptPath,
    @Nullable ProcessIdentity process,
    @Nullable String tmuxPane,
    @Nullable String tmuxWindow,
    @Nullable String model,
    @Nullable TmuxServer tmuxServer) {

  /** A client of which nothing is known yet. */
  public static final Client UNKNOWN = new Client(null, null, null, null, null, null);

  /** A client in a pane of a server that is not known. */
  public Client(
      @Nullable String cwd,
      @Nullable String transcriptPath,
      @Nullable ProcessIdentity process,
      @Nullable String tmuxPane,
      @Nullable String tmuxWindow,
      @Nullable String model) {
    this(cwd, transcriptPath, process, tmuxPane, tmuxWindow, model, null);
  }

  /** This client with everything that {@code newer} tells in place of what was known before. */
  public Client updatedWith(Client newer) {
    return new Client(
        newer.cwd != null ? newer.cwd : cwd,
        newer.transcriptPath != null ? newer.transcriptPath : transcriptPath,
        newer.process != null ? updatedProcess(newer.process) : process,
        newer.tmuxPane != null ? newer.tmuxPane : tmuxPane,
        newer.tmuxWindow != null ? newer.tmuxWindow : tmuxWindow,
        newer.model != null ? newer.model : model,
        newer.tmuxPane != null ? newer.tmuxServer : tmuxServer);
  }

  /**
   * This client as it starts anew: where it runs is what {@code newer} tells, and nothing else. A
   * session that is resumed elsewhere has left its old process, whether it names its new one or
   * not.
   */
  Client restartedAs(Client newer) {
    Client elsewhere =
        new Client(
            cwd,
            transcriptPath,
            newer.process == null ? null : process,
            null,
            newer.tmuxPane == null ? null : tmuxWindow,
            model);
    return elsewhere.updatedWith(newer);
  }

  /**
   * This client after an event of {@code heard} that is no start. Where that is another process,
   * two have the session, and one of them has it no longer: the younger one goes on with it, though
   * nobody heard of its start. Of the other nothing is kept.
   */
  Client after(Client heard) {
    if (process == null || heard.process == null || process.isSameAs(heard.process)) {
      return updatedWith(heard);
    }
    return heard.process.isYoungerThan(process) ? restartedAs(heard) : this;
  }

  /** Whether anything could ever prove that it is gone. */
  boolean isTraceable() {
    return (process != null && process.isTraceable()) || (tmuxPane != null && tmuxServer != null);
  }

  /** Whether both clients are known to be one process. */
  public boolean isSameProcessAs(Client other) {
    return process != null && other.process != null && process.isSameAs(other.process);
  }

  /** Whether both clients are known not to be one process. */
  boolean isAnotherProcessThan(Client other) {
    return process != null && other.process != null && !process.isSameAs(other.process);
  }

  /** Whether both clients are known to sit in one tmux pane. */
  public boolean isInSamePaneAs(Client other) {
    return tmuxPane != null
        && tmuxPane.equals(other.tmuxPane)
        && (tmuxServer == null || other.tmuxServer == null || tmuxServer.equals(other.tmuxServer));
  }

  /** Whether both clients are known to work in one directory. */
  public boolean isInSameDirectoryAs(Client other) {
    return cwd != null && cwd.equals(other.cwd);
  }

  private ProcessIdentity updatedProcess(ProcessIdentity newer) {
    return process == null ? newer : process.updatedWith(newer);
  }
}
