package dev.engine.domain.account;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemoryAccountsTest implements AccountsContract {

  @Override
  public Accounts accounts(RandomGenerator random) {
    return new InMemoryAccounts(random, new InMemoryJournal());
  }
}
