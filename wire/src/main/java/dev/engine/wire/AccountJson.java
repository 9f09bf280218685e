package dev.engine.wire;

import dev.engine.domain.account.Account;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** An account on the wire. */
public record AccountJson(
    AccountId id,
    String provider,
    String kind,
    String address,
    @Description("empty for none") String displayName,
    boolean enabled,
    @Description("sorted") List<String> capabilities,
    Instant createdAt,
    Instant updatedAt) {

  public static AccountJson of(Account account) {
    return new AccountJson(
        account.id(),
        account.handle().provider(),
        account.handle().kind(),
        account.handle().address(),
        account.displayName(),
        account.use() == Use.ENABLED,
        account.capabilities().names(),
        account.createdAt(),
        account.updatedAt());
  }
}
