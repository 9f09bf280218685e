package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.account.Amendment;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.AccountDirectory;
import dev.engine.wire.AccountJson;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/accounts}: the accounts that tools act for. There is no secret in them. */
final class AccountRoutes implements Routes {

  private static final String ALL = "/api/v1/accounts";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<AccountId> ID =
      Parameter.path("id", AccountId.class, "the id of the account");

  private final AccountDirectory accounts;

  AccountRoutes(AccountDirectory accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listAccounts", "The accounts, by provider, then kind, then address.")
            .lists(AccountJson.class, this::list),
        Operation.post(ALL, "addAccount", "Adds an account for use.")
            .takes(AddAccountRequest.class)
            .creates(AccountJson.class, account -> ALL + "/" + account.id(), this::add),
        Operation.get(ONE, "showAccount", "One account.")
            .with(ID)
            .answers(AccountJson.class, this::show),
        Operation.patch(ONE, "changeAccount", "Changes what it is called or may be used for.")
            .with(ID)
            .takes(ChangeAccountRequest.class)
            .answers(AccountJson.class, this::change),
        Operation.delete(ONE, "removeAccount", "Removes an account.")
            .with(ID)
            .answersNothing(this::remove),
        Operation.post(
                ONE + "/enable", "enableAccount", "Lets tools act for it; twice is harmless.")
            .with(ID)
            .answers(AccountJson.class, this::enable),
        Operation.post(
                ONE + "/disable",
                "disableAccount",
                "Lets no tool act for it any more; twice is harmless.")
            .with(ID)
            .answers(AccountJson.class, this::disable));
  }

  private Listed<AccountJson> list(Call call) {
    return accounts.list(call.page()).map(AccountJson::of);
  }

  private AccountJson add(Call call, AddAccountRequest request) {
    return AccountJson.of(accounts.add(request.handle(), request.name(), request.can()));
  }

  private AccountJson show(Call call) {
    return AccountJson.of(accounts.show(call.get(ID)));
  }

  private AccountJson change(Call call, ChangeAccountRequest request) {
    return AccountJson.of(accounts.amend(call.get(ID), request.amendment()));
  }

  private void remove(Call call) {
    accounts.remove(call.get(ID));
  }

  private AccountJson enable(Call call) {
    return AccountJson.of(accounts.enable(call.get(ID)));
  }

  private AccountJson disable(Call call) {
    return AccountJson.of(accounts.disable(call.get(ID)));
  }

  record AddAccountRequest(
      @Description("such as google") @Length(max = 64) String provider,
      @Description("such as email") @Length(max = 32) String kind,
      @Description("such as ada@example.com") @Length(max = 320) String address,
      @Length(min = 0, max = 200) @Nullable String displayName,
      @Description("what it may be used for, such as read; nothing if it is left out")
          @Nullable List<String> capabilities) {

    private Handle handle() {
      return new Handle(provider, kind, address);
    }

    private String name() {
      return displayName == null ? "" : displayName;
    }

    private Capabilities can() {
      return capabilities == null ? Capabilities.NONE : Capabilities.of(capabilities);
    }
  }

  record ChangeAccountRequest(
      @Length(min = 0, max = 200) @Nullable String displayName,
      @Nullable List<String> capabilities) {

    private Amendment amendment() {
      return new Amendment(
          displayName, capabilities == null ? null : Capabilities.of(capabilities));
    }
  }
}
