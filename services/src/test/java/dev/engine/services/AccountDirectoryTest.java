package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Page;
import dev.engine.domain.account.Account;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.account.Amendment;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AccountDirectoryTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Handle ADA = new Handle("google", "email", "ada@example.com");
  private static final AccountId UNKNOWN = new AccountId("0000beef");

  private final AccountDirectory accounts =
      new Engine(new InMemoryStorage(), InstantSource.fixed(NOW), new SplittableRandom(1))
          .accounts();

  @Test
  void aHandleIsTakenOnce() {
    Account account = accounts.add(ADA, "", Capabilities.NONE);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> accounts.add(ADA, "Ada", Capabilities.NONE))
        .withMessage("account %s is google email ada@example.com already", account.id());
    assertThat(accounts.list(Page.FIRST).items()).containsExactly(account);
  }

  @Test
  void disablesAndEnables() {
    Account account = accounts.add(ADA, "Ada", Capabilities.NONE);

    Account disabled = accounts.disable(account.id());

    assertThat(disabled).isEqualTo(account.put(Use.DISABLED, NOW));
    assertThat(accounts.disable(account.id())).isEqualTo(disabled);
    assertThat(accounts.enable(account.id())).isEqualTo(account);
    assertThat(accounts.show(account.id())).isEqualTo(account);
  }

  @Test
  void anUnknownAccountIsNotFound() {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.enable(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.disable(UNKNOWN));
  }

  @Test
  void changesAndRemoves() {
    Account account = accounts.add(ADA, "", Capabilities.NONE);
    Amendment named = new Amendment("Ada", null);

    Account amended = accounts.amend(account.id(), named);

    assertThat(amended).isEqualTo(account.amended(named, NOW));
    assertThat(accounts.remove(account.id())).isEqualTo(amended);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.amend(account.id(), named));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.remove(account.id()));
  }
}
