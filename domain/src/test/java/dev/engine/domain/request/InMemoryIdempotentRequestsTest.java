package dev.engine.domain.request;

final class InMemoryIdempotentRequestsTest implements IdempotentRequestsContract {

  @Override
  public IdempotentRequests requests() {
    return new InMemoryIdempotentRequests();
  }
}
