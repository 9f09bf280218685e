package dev.engine.persistence;

import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.IdempotentRequestsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqIdempotentRequestsTest implements IdempotentRequestsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public IdempotentRequests requests() {
    return store.empty().idempotentRequests();
  }
}
