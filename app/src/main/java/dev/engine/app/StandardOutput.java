package dev.engine.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers when it could not be written, which a {@code PrintWriter}
 * swallows: an export onto a full disk must not look like success.
 */
final class StandardOutput extends OutputStream {

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  /** Why something could not be written; empty if all could, or if the reader had enough of it. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure)
        .filter(failed -> !String.valueOf(failed.getMessage()).contains("Broken pipe"));
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failed) {
      failure = failed;
      throw failed;
    }
  }
}
