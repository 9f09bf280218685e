package dev.engine.domain.account;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that tools act for.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code AccountsContract} is this interface in tests.
 */
public interface Accounts {

  /** The order of {@link #list}. */
  ListOrder<Account, Handle> ORDER =
      new ListOrder<>(
          "accounts",
          Account::handle,
          handle -> List.of(handle.provider(), handle.kind(), handle.address()),
          words -> new Handle(words.get(0), words.get(1), words.get(2)));

  /**
   * Adds an account for use, unless its handle is taken.
   *
   * @param displayName one line of at most 200 characters; empty for none
   * @throws InvalidInput if the display name is too long or more than a line
   */
  Adding add(Handle handle, String displayName, Capabilities capabilities, Instant at);

  Optional<Account> find(AccountId id);

  /** Enables or disables {@code id}. */
  Switching put(AccountId id, Use use, Instant at);

  /** Changes what {@code id} is called or may be used for, enabled or not. */
  Amending amend(AccountId id, Amendment amendment, Instant at);

  /** Removes {@code id}. */
  Removal remove(AccountId id, Instant at);

  /** Every account, by provider, then kind, then address. */
  Listed<Account> list(Page page);
}
