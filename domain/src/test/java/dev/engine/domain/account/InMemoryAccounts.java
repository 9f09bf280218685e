package dev.engine.domain.account;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link Accounts} for the tests of everything above storage. */
public final class InMemoryAccounts implements Accounts {

  private static final Comparator<Handle> BY_HANDLE =
      Comparator.comparing(Handle::provider)
          .thenComparing(Handle::kind)
          .thenComparing(Handle::address);

  private final Map<AccountId, Account> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryAccounts(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Adding add(
      Handle handle, String displayName, Capabilities capabilities, Instant at) {
    Optional<Account> same =
        byId.values().stream().filter(stored -> stored.handle().equals(handle)).findFirst();
    if (same.isPresent()) {
      return new Adding.HandleTaken(same.get());
    }
    AccountId id = AccountId.random(random);
    while (byId.containsKey(id)) {
      id = AccountId.random(random);
    }
    Account added = Account.added(id, handle, displayName, capabilities, at);
    byId.put(id, added);
    journal.add(AccountEvents.added(added));
    return new Adding.Added(added);
  }

  @Override
  public synchronized Optional<Account> find(AccountId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Switching put(AccountId id, Use use, Instant at) {
    Account stored = byId.get(id);
    if (stored == null) {
      return new Switching.NoSuchAccount(id);
    }
    if (stored.use() == use) {
      return new Switching.AsBefore(stored);
    }
    Account switched = stored.put(use, at);
    byId.put(id, switched);
    journal.add(AccountEvents.switched(switched));
    return new Switching.Switched(switched);
  }

  @Override
  public synchronized Amending amend(AccountId id, Amendment amendment, Instant at) {
    Account stored = byId.get(id);
    if (stored == null) {
      return new Amending.NoSuchAccount(id);
    }
    Account amended = stored.amended(amendment, at);
    byId.put(id, amended);
    AccountEvents.amended(stored, amended).forEach(journal::add);
    return new Amending.Amended(amended);
  }

  @Override
  public synchronized Removal remove(AccountId id, Instant at) {
    Account removed = byId.remove(id);
    if (removed == null) {
      return new Removal.NoSuchAccount(id);
    }
    journal.add(AccountEvents.removed(removed, at));
    return new Removal.Removed(removed);
  }

  @Override
  public synchronized Listed<Account> list(Page page) {
    return InMemoryPages.page(byId.values().stream(), ORDER, BY_HANDLE, page);
  }
}
