package dev.engine.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;

/**
 * Stands in for the client in a pane whose terminal is raw: takes pastes in brackets, submits by
 * the Enter key, and writes each prompt down, as a line of Base64. Whatever came outside of the
 * brackets is part of the prompt, too.
 */
final class StandIn {

  private static final byte[] BEGIN = {0x1b, '[', '2', '0', '0', '~'};
  private static final byte[] END = {0x1b, '[', '2', '0', '1', '~'};

  private final ByteArrayOutputStream prompt = new ByteArrayOutputStream();
  private final Path log;
  private boolean isInPaste;

  private StandIn(Path log) {
    this.log = log;
  }

  /** Runs until its input ends, and writes to the file that is its one argument. */
  public static void main(String[] args) throws IOException {
    System.out.print("\u001b[?2004h");
    System.out.flush();
    StandIn client = new StandIn(Path.of(args[0]));
    client.write("ready");
    InputStream in = new BufferedInputStream(System.in);
    for (int next = in.read(); next >= 0; next = in.read()) {
      client.take((byte) next);
    }
  }

  private void take(byte next) throws IOException {
    if (next == '\r' && !isInPaste) {
      write(Base64.getEncoder().encodeToString(prompt.toByteArray()));
      prompt.reset();
      return;
    }
    prompt.write(next);
    if (next == '~') {
      endAt(isInPaste ? END : BEGIN);
    }
  }

  private void endAt(byte[] bracket) {
    byte[] all = prompt.toByteArray();
    int start = all.length - bracket.length;
    if (start >= 0 && Arrays.equals(all, start, all.length, bracket, 0, bracket.length)) {
      isInPaste = !isInPaste;
      prompt.reset();
      prompt.write(all, 0, start);
    }
  }

  private void write(String line) throws IOException {
    Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
