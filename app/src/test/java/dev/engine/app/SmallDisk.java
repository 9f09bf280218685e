package dev.engine.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few megabytes in the place of a folder, which can become full or read-only. It
 * is in a mount namespace of its own: only what is run by way of it sees it, and it is gone with
 * the process that holds it, however that ends.
 */
public final class SmallDisk implements AutoCloseable {

  /** Far more than any of this takes; only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  private static final String FILLER = "filler";

  private final Path folder;
  private final Process holder;

  private SmallDisk(Path folder, Process holder) {
    this.folder = folder;
    this.holder = holder;
  }

  /** Whether this user may have one: root may, unless a container forbids it. */
  public static boolean isPossible() {
    try {
      Process attempt =
          new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
              .redirectErrorStream(true)
              .start();
      return attempt.waitFor(HANG_SECONDS, TimeUnit.SECONDS) && attempt.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A disk of {@code mebibytes} in the place of {@code folder}. */
  public static SmallDisk in(Path folder, int mebibytes) throws IOException {
    String mount = "mount -t tmpfs -o size=%dm,mode=700 small \"$0\"".formatted(mebibytes);
    Process holder =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "sh",
                "-c",
                mount + " && echo mounted && exec cat",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = holder.inputReader().readLine();
    if (!"mounted".equals(said)) {
      holder.destroyForcibly();
      throw new IllegalStateException("no small disk: " + said);
    }
    return new SmallDisk(folder, holder);
  }

  /** Where this process sees it. */
  public Path seen() {
    return Path.of("/proc/%d/root%s".formatted(holder.pid(), folder));
  }

  /** Runs {@code command} where the folder is this disk. */
  public Shipped.Result run(List<String> command, String stdin) {
    return Shipped.run(folder, inside(command), stdin, Map.of());
  }

  /** The same without waiting for its end; its errors are among its output. */
  public Process start(List<String> command) throws IOException {
    return new ProcessBuilder(inside(command)).redirectErrorStream(true).start();
  }

  private List<String> inside(List<String> command) {
    List<String> inside = new ArrayList<>();
    inside.addAll(List.of("nsenter", "--mount=/proc/%d/ns/mnt".formatted(holder.pid()), "--"));
    inside.addAll(command);
    return inside;
  }

  /** Writes to it until nothing more goes onto it. */
  void fill() {
    must("cat /dev/zero >\"$0/%s\" 2>/dev/null; ! echo more >\"$0/more\"", folder);
  }

  /** Writes to it until so many bytes are left. */
  public void fillBut(int bytes) {
    must(
        "head -c $(($(df --output=avail -B1 \"$0\" | tail -n1) - BYTES)) /dev/zero >\"$0/%s\""
            .replace("BYTES", Integer.toString(bytes)),
        folder);
  }

  /** Makes room again. */
  public void clear() {
    must("rm -f \"$0/%s\" \"$0/more\"", folder);
  }

  /** Lets nobody write below {@code part} of it. */
  void close(Path part) {
    must("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"", part);
  }

  /** Lets everybody write there again. */
  void open(Path part) {
    must("mount -o remount,bind,rw \"$0\"", part);
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }

  private void must(String script, Path path) {
    List<String> command = List.of("sh", "-c", script.formatted(FILLER), path.toString());
    Shipped.Result result = run(command, "");
    if (result.exitCode() != 0) {
      throw new IllegalStateException(command + ": " + result);
    }
  }
}
