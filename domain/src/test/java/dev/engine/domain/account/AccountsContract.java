package dev.engine.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Accounts} promises. */
public interface AccountsContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = NOON.plusSeconds(60);
  AccountId UNKNOWN = new AccountId("0000beef");
  Handle ADA = new Handle("google", "email", "ada@example.com");

  /** An empty store that draws its ids from {@code random}. */
  Accounts accounts(RandomGenerator random);

  private Accounts accounts() {
    return accounts(new ScriptedRandom(1));
  }

  @Test
  default void anAddedAccountIsForUse() {
    Accounts accounts = accounts();
    Capabilities capabilities = Capabilities.of(List.of("send", "read", "calendar:write", "v1.0"));

    Adding adding = accounts.add(ADA, "Ada \"the first\"", capabilities, NOON);

    Account added = ((Adding.Added) adding).account();
    assertThat(added)
        .isEqualTo(Account.added(added.id(), ADA, "Ada \"the first\"", capabilities, NOON));
    assertThat(accounts.find(added.id())).contains(added);
  }

  @Test
  default void aHandleIsTakenOnce() {
    Accounts accounts = accounts();
    Account first = add(accounts, ADA);

    Adding second = accounts.add(ADA, "somebody else", Capabilities.of(List.of("read")), LATER);

    assertThat(second).isEqualTo(new Adding.HandleTaken(first));
    assertThat(accounts.list(Page.FIRST).items()).containsExactly(first);
  }

  @Test
  default void aNameThatIsNoLineIsRefused() {
    Accounts accounts = accounts();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> accounts.add(ADA, "a\nb", Capabilities.NONE, NOON));
    assertThat(accounts.list(Page.FIRST).items()).isEmpty();
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Accounts accounts = accounts(new ScriptedRandom(1, 1, 2));

    Account first = add(accounts, ADA);
    Account second = add(accounts, new Handle("google", "calendar", "ada@example.com"));

    assertThat(first.id()).isEqualTo(new AccountId("00000001"));
    assertThat(second.id()).isEqualTo(new AccountId("00000002"));
  }

  @Test
  default void disablingAndEnablingAreKept() {
    Accounts accounts = accounts();
    Account account = add(accounts, ADA);

    Switching disabling = accounts.put(account.id(), Use.DISABLED, LATER);

    Account disabled = account.put(Use.DISABLED, LATER);
    assertThat(disabling).isEqualTo(new Switching.Switched(disabled));
    assertThat(accounts.find(account.id())).contains(disabled);
    assertThat(accounts.put(account.id(), Use.ENABLED, LATER.plusSeconds(1)))
        .isEqualTo(new Switching.Switched(disabled.put(Use.ENABLED, LATER.plusSeconds(1))));
  }

  @Test
  default void disablingTwiceChangesNothing() {
    Accounts accounts = accounts();
    Account account = add(accounts, ADA);
    accounts.put(account.id(), Use.DISABLED, LATER);

    Switching again = accounts.put(account.id(), Use.DISABLED, LATER.plusSeconds(1));

    assertThat(again).isEqualTo(new Switching.AsBefore(account.put(Use.DISABLED, LATER)));
  }

  @Test
  default void anUnknownAccountIsNamed() {
    Accounts accounts = accounts();

    Switching switching = accounts.put(UNKNOWN, Use.DISABLED, NOON);

    assertThat(switching).isEqualTo(new Switching.NoSuchAccount(UNKNOWN));
    assertThat(accounts.find(UNKNOWN)).isEmpty();
  }

  @Test
  default void listsGoByProviderKindAndAddress() {
    Accounts accounts = accounts();
    Account work = add(accounts, new Handle("microsoft", "email", "ada@example.com"));
    Account bob = add(accounts, new Handle("google", "email", "bob@example.com"));
    Account ada = add(accounts, ADA);
    Account calendar = add(accounts, new Handle("google", "calendar", "zoe@example.com"));

    List<Account> all = accounts.list(Page.FIRST).items();

    assertThat(all).containsExactly(calendar, ada, bob, work);
    assertThat(accounts.list(Page.first(new Limit(2))).items()).containsExactly(calendar, ada);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Accounts accounts = accounts();
    add(accounts, ADA);
    add(accounts, new Handle("google", "email", "bob@example.com"));
    add(accounts, new Handle("google", "calendar", "zoe@example.com"));
    add(accounts, new Handle("microsoft", "email", "ada@example.com"));

    PagedList<Account> list = page -> accounts.list(page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> add(accounts, new Handle("apple", "email", "ada@example.com")));
  }

  @Test
  default void whatAnAccountIsCalledAndMayBeUsedForCanBeChanged() {
    Accounts accounts = accounts();
    Account account = add(accounts, ADA);
    Amendment both = new Amendment("Ada", Capabilities.of(List.of("read")));

    Amending amending = accounts.amend(account.id(), both, LATER);

    Account amended = account.amended(both, LATER);
    assertThat(amending).isEqualTo(new Amending.Amended(amended));
    assertThat(accounts.find(account.id())).contains(amended);
    assertThat(amended.displayName()).isEqualTo("Ada");
    assertThat(accounts.amend(account.id(), new Amendment("Ada", null), LATER.plusSeconds(1)))
        .isEqualTo(new Amending.Amended(amended));
  }

  @Test
  default void aRemovedAccountIsGoneAndItsHandleIsFree() {
    Accounts accounts = accounts();
    Account account = add(accounts, ADA);

    Removal removal = accounts.remove(account.id(), LATER);

    assertThat(removal).isEqualTo(new Removal.Removed(account));
    assertThat(accounts.find(account.id())).isEmpty();
    assertThat(accounts.remove(account.id(), LATER))
        .isEqualTo(new Removal.NoSuchAccount(account.id()));
    assertThat(add(accounts, ADA).handle()).isEqualTo(ADA);
  }

  @Test
  default void anUnknownAccountIsNotChanged() {
    Amending amending = accounts().amend(UNKNOWN, new Amendment("Ada", null), NOON);

    assertThat(amending).isEqualTo(new Amending.NoSuchAccount(UNKNOWN));
  }

  private static Account add(Accounts accounts, Handle handle) {
    return ((Adding.Added) accounts.add(handle, "", Capabilities.NONE, NOON)).account();
  }
}
