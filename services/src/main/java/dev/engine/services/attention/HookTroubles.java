package dev.engine.services.attention;

import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.services.HomeState;
import java.time.Instant;
import java.util.stream.Stream;

/** Events that did not reach the store. */
final class HookTroubles implements AttentionSource {

  private final Storage storage;
  private final HomeState home;

  HookTroubles(Storage storage, HomeState home) {
    this.storage = storage;
    this.home = home;
  }

  @Override
  public Stream<AttentionItem> at(Instant now) {
    return Stream.of(setAsideEvents(), lostCanaries()).flatMap(items -> items);
  }

  private Stream<AttentionItem> setAsideEvents() {
    HookBacklog left = home.backlog().get();
    Instant since = left.setAsideSince();
    return since == null
        ? Stream.empty()
        : Stream.of(AttentionItem.ofSetAside(left.setAsideCount(), since));
  }

  private Stream<AttentionItem> lostCanaries() {
    return storage.canaries().last().stream()
        .flatMap(
            run -> {
              Instant since = run.failingSince();
              return since == null ? Stream.empty() : Stream.of(AttentionItem.ofLost(run, since));
            });
  }
}
