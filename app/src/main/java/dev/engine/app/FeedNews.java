package dev.engine.app;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.hooks.WaitNews;
import dev.engine.services.EventFeed;
import dev.engine.services.EventFeed.Portion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has hooks that wait hear of notices as the journal does. */
final class FeedNews implements WaitNews {

  private static final KindPrefix NOTICES = new KindPrefix("notification.");

  private final EventFeed feed;

  FeedNews(EventFeed feed) {
    this.feed = feed;
  }

  @Override
  public long newest() {
    return feed.newest();
  }

  @Override
  public News next(long position, @Nullable ConversationId conversation, Duration patience)
      throws InterruptedException {
    Portion portion =
        feed.next(position, new EventFilter(conversation, null, null, NOTICES), patience);
    return new News(portion.position(), portion.isLast());
  }
}
