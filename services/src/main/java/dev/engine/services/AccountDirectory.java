package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.account.Account;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.account.Adding;
import dev.engine.domain.account.Amending;
import dev.engine.domain.account.Amendment;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import dev.engine.domain.account.Removal;
import dev.engine.domain.account.Switching;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import java.time.InstantSource;

/** The accounts that tools act for. */
public final class AccountDirectory {

  private final Accounts accounts;
  private final InstantSource clock;

  public AccountDirectory(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Adds an account for use.
   *
   * @param displayName one line of at most 200 characters; empty for none
   * @throws InvalidInput if the display name is not such a line
   * @throws Conflict if another account is known by the same handle
   */
  public Account add(Handle handle, String displayName, Capabilities capabilities) {
    return switch (accounts.add(handle, displayName, capabilities, clock.instant())) {
      case Adding.Added added -> added.account();
      case Adding.HandleTaken taken ->
          throw new Conflict("account %s is %s already".formatted(taken.account().id(), handle));
    };
  }

  /** Every account, by provider, then kind, then address. */
  public Listed<Account> list(Page page) {
    return accounts.list(page);
  }

  /**
   * One account.
   *
   * @throws NotFound if there is no account {@code id}
   */
  public Account show(AccountId id) {
    return accounts.find(id).orElseThrow(() -> new NotFound("account", id));
  }

  /**
   * Lets tools act for an account. Asking twice is harmless.
   *
   * @throws NotFound if there is no account {@code id}
   */
  public Account enable(AccountId id) {
    return put(id, Use.ENABLED);
  }

  /**
   * Lets no tool act for an account any more. Asking twice is harmless.
   *
   * @throws NotFound if there is no account {@code id}
   */
  public Account disable(AccountId id) {
    return put(id, Use.DISABLED);
  }

  /**
   * Changes what an account is called or may be used for.
   *
   * @throws NotFound if there is no account {@code id}
   */
  public Account amend(AccountId id, Amendment amendment) {
    return switch (accounts.amend(id, amendment, clock.instant())) {
      case Amending.Amended amended -> amended.account();
      case Amending.NoSuchAccount none -> throw new NotFound("account", id);
    };
  }

  /**
   * Removes an account, and returns what it was.
   *
   * @throws NotFound if there is no account {@code id}
   */
  public Account remove(AccountId id) {
    return switch (accounts.remove(id, clock.instant())) {
      case Removal.Removed removed -> removed.account();
      case Removal.NoSuchAccount none -> throw new NotFound("account", id);
    };
  }

  private Account put(AccountId id, Use use) {
    return switch (accounts.put(id, use, clock.instant())) {
      case Switching.Switched switched -> switched.account();
      case Switching.AsBefore same -> same.account();
      case Switching.NoSuchAccount none -> throw new NotFound("account", id);
    };
  }
}
