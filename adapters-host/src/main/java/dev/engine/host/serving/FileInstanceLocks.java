package dev.engine.host.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.Processes;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.InstanceLock;
import dev.engine.domain.serving.InstanceLocks;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.domain.serving.Taking;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks of the operating system on a small file of each database's own, which says who holds it.
 *
 * <p>The system gives a lock free when its process ends. So what the text says counts only as long
 * as the process that it names is there. Have one of these in a process: closing any channel on a
 * file drops the process's locks on it, so that only the holder's own instance knows to leave the
 * file alone.
 */
public final class FileInstanceLocks implements InstanceLocks {

  private final Processes processes;
  private final Map<Path, ServingEngine> own = new ConcurrentHashMap<>();

  public FileInstanceLocks(Processes processes) {
    this.processes = processes;
  }

  @Override
  public synchronized Taking take(HomeFolder home, ProcessIdentity self) {
    try {
      Path file = lockFile(home);
      ServingEngine ours = own.get(file);
      return ours == null ? takeFile(file, self) : new Taking.HeldBy(ours);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot lock the database of " + home, refused);
    }
  }

  @Override
  public Optional<ServingEngine> holder(HomeFolder home) {
    try {
      Path file = lockFile(home);
      ServingEngine ours = own.get(file);
      return ours == null ? living(file) : Optional.of(ours);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot read the lock of " + home, refused);
    }
  }

  private Taking takeFile(Path file, ProcessIdentity self) throws IOException {
    PrivateFiles.makeFolders(file.resolveSibling(""));
    FileChannel channel = PrivateFiles.open(file);
    if (channel.tryLock() == null) {
      channel.close();
      return living(file).<Taking>map(Taking.HeldBy::new).orElseGet(Taking.HeldByNewcomer::new);
    }
    Held held = new Held(file, channel, self);
    held.write(new ServingEngine(self, null));
    return new Taking.Taken(held);
  }

  private Optional<ServingEngine> living(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return HolderText.read(Files.readString(file, StandardCharsets.ISO_8859_1))
        .filter(
            engine ->
                processes
                    .find(engine.process().pid())
                    .filter(engine.process()::isSameAs)
                    .isPresent());
  }

  /**
   * The lock file of the database that {@code home} leads to: that of the home which it is really
   * in, or, where it lies outside of any, one beside it.
   */
  private static Path lockFile(HomeFolder home) throws IOException {
    if (!Files.exists(home.database())) {
      return home.lock();
    }
    Path database = home.database().toRealPath();
    Path place = home.path().relativize(home.database());
    if (!database.endsWith(place)) {
      return database.resolveSibling(database.getFileName() + ".lock");
    }
    Path root = database;
    for (int i = 0; i < place.getNameCount(); i++) {
      root = root.resolveSibling("").normalize();
    }
    return new HomeFolder(root).lock();
  }

  /** A lock that this process holds. */
  private final class Held implements InstanceLock {

    private final Path file;
    private final FileChannel channel;
    private final ProcessIdentity self;

    Held(Path file, FileChannel channel, ProcessIdentity self) {
      this.file = file;
      this.channel = channel;
      this.self = self;
    }

    @Override
    public void announce(Endpoint endpoint) {
      write(new ServingEngine(self, endpoint));
    }

    @Override
    public synchronized void close() {
      try {
        if (channel.isOpen()) {
          channel.truncate(0);
          channel.close();
        }
      } catch (IOException refused) {
        throw new StorageUnavailable("cannot give the lock free: " + file, refused);
      } finally {
        own.remove(file);
      }
    }

    /** In place and not by a new file, which would not be the locked one. */
    private synchronized void write(ServingEngine engine) {
      try {
        byte[] text = HolderText.write(engine).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(text), 0);
        channel.truncate(text.length);
        own.put(file, engine);
      } catch (IOException refused) {
        throw new StorageUnavailable("cannot write who holds the lock: " + file, refused);
      }
    }
  }
}
