package dev.engine.persistence;

import dev.engine.domain.account.Accounts;
import dev.engine.domain.account.AccountsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqAccountsTest implements AccountsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Accounts accounts(RandomGenerator random) {
    return store.empty(random).accounts();
  }
}
