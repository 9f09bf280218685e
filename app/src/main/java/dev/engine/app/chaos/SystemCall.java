package dev.engine.app.chaos;

import java.util.Set;

/**
 * The {@code number}-th call of {@code name} by a thread of a writer.
 *
 * @param name as strace has it, such as {@code pwrite64}
 * @param number from 1
 */
record SystemCall(String name, int number) {

  /**
   * What changes files. A store's files are not mapped, but for the index of its log, which nobody
   * trusts after a death.
   */
  static final Set<String> CHANGING =
      Set.of(
          "write",
          "pwrite64",
          "pwritev",
          "ftruncate",
          "fallocate",
          "fsync",
          "fdatasync",
          "openat",
          "mkdir",
          "rename",
          "renameat",
          "renameat2",
          "link",
          "linkat",
          "unlink",
          "unlinkat");

  @Override
  public String toString() {
    return name + " " + number;
  }
}
