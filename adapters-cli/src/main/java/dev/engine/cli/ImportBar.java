package dev.engine.cli;

import dev.engine.services.ImportProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal while an import goes on; nothing where nobody looks. */
final class ImportBar implements ImportProgress, AutoCloseable {

  private final Terminal terminal;
  private @Nullable ProgressBar bar;

  ImportBar(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void reached(int done, int total) {
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

  private ProgressBar started(int total) {
    return new ProgressBarBuilder()
        .setTaskName("importing")
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
