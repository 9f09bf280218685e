package dev.engine.cli;

import dev.engine.domain.database.Progress;
import dev.engine.services.contact.ImportProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal while a long task goes on; nothing where nobody looks. */
final class TaskBar implements ImportProgress, Progress, AutoCloseable {

  private final Terminal terminal;
  private final String task;
  private @Nullable ProgressBar bar;

  /**
   * @param task what goes on, such as {@code importing}
   */
  TaskBar(Terminal terminal, String task) {
    this.terminal = terminal;
    this.task = task;
  }

  @Override
  public void reached(int done, int total) {
    report(done, total);
  }

  @Override
  public void report(long done, long total) {
    if (!terminal.isInteractive()) {
      return;
    }
    if (bar == null) {
      bar = started(total);
    }
    bar.stepTo(done);
  }

  /** Wipes the bar: what comes after it says all that it said. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      // Not left to the bar, which forgets it when it ends before it was drawn.
      new OneLine(terminal.err(), terminal.columns()).wipe();
    }
  }

  private ProgressBar started(long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new OneLine(terminal.err(), terminal.columns()))
        .build();
  }

  /** The line of {@code err} that the cursor is on, written over and over. */
  private record OneLine(PrintWriter err, int columns) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return columns - 1; // in the last column some terminals go to the next line
    }

    @Override
    public void accept(String line) {
      err.print("\r" + line);
      err.flush();
    }

    void wipe() {
      accept(" ".repeat(getMaxRenderedLength()) + "\r");
    }

    @Override
    public void close() {
      // The terminal stays open for what comes after.
    }
  }
}
