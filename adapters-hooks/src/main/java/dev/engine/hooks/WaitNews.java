package dev.engine.hooks;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How those who wait learn that something has happened to a notice. */
public interface WaitNews {

  /**
   * How far the news have come.
   *
   * @throws StorageUnavailable if they cannot be read now
   */
  long newest();

  /**
   * Waits for news behind {@code position}.
   *
   * @param conversation the one whose notices matter; null for any
   * @param patience how long
   * @throws InterruptedException if the waiting thread is told to give up
   * @throws StorageUnavailable if they cannot be read now
   */
  News next(long position, @Nullable ConversationId conversation, Duration patience)
      throws InterruptedException;

  /**
   * That something happened, or that the time was up.
   *
   * @param position behind which to go on
   * @param isLast whether no more will come, because the engine ends
   */
  record News(long position, boolean isLast) {}
}
