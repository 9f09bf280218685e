package dev.engine.persistence;

import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.IdempotentRequestsContract;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ServingIdempotentRequestsTest implements IdempotentRequestsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public IdempotentRequests requests() {
    return store.serving(new SplittableRandom(1)).idempotentRequests();
  }
}
