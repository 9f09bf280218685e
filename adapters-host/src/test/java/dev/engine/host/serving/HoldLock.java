package dev.engine.host.serving;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that locks a file, says so, and then waits until somebody ends it. */
final class HoldLock {

  private HoldLock() {}

  public static void main(String[] args) throws IOException {
    try (FileChannel file =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (file.tryLock() != null) {
        System.out.println("held");
        System.in.transferTo(System.out);
      }
    }
  }
}
