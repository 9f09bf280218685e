package dev.engine.domain.account;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.List;

/** What the journal is told of accounts: never an address, which is a person's. */
public final class AccountEvents {

  public static final EventKind ADDED = new EventKind("account.added");
  public static final EventKind ENABLED = new EventKind("account.enabled");
  public static final EventKind DISABLED = new EventKind("account.disabled");
  public static final EventKind AMENDED = new EventKind("account.amended");
  public static final EventKind REMOVED = new EventKind("account.removed");

  private AccountEvents() {}

  /** What is told when {@code account} was added. */
  public static Happening added(Account account) {
    Facts facts =
        Facts.NONE
            .with("provider", account.handle().provider())
            .with("kind", account.handle().kind());
    return of(account, ADDED, account.createdAt(), facts);
  }

  /** What is told when {@code account} was enabled or disabled, whichever it is now. */
  public static Happening switched(Account account) {
    EventKind kind =
        switch (account.use()) {
          case ENABLED -> ENABLED;
          case DISABLED -> DISABLED;
        };
    return of(account, kind, account.updatedAt(), Facts.NONE);
  }

  /** What is told when {@code before} became {@code after}; nothing if they are the same. */
  public static List<Happening> amended(Account before, Account after) {
    if (after.equals(before)) {
      return List.of();
    }
    Facts facts =
        after.capabilities().equals(before.capabilities())
            ? Facts.NONE
            : Facts.NONE.with("capabilities", after.capabilities().names());
    return List.of(of(after, AMENDED, after.updatedAt(), facts));
  }

  /** What is told when {@code account} was removed at {@code at}. */
  public static Happening removed(Account account, Instant at) {
    return of(account, REMOVED, at, Facts.NONE);
  }

  private static Happening of(Account account, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.ACCOUNT, account.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }
}
