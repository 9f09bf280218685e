package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.contact.AddressBook;
import dev.engine.wire.ContactJson;
import dev.engine.wire.Description;
import dev.engine.wire.DoublesJson;
import dev.engine.wire.Length;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/contacts}: the people that the user knows. */
final class ContactRoutes implements Routes {

  static final String ALL = "/api/v1/contacts";

  static final Parameter<SearchText> SEARCH =
      Parameter.query(
          "search",
          SearchText.class,
          "only those that have it in name, e-mail, phone, notes, tags");
  static final Parameter<Tag> WITH_TAG =
      Parameter.query("tag", Tag.class, "only those with this tag");

  private static final String ONE = ALL + "/{id}";
  private static final String ONE_TAG = ONE + "/tags/{tag}";

  private static final Parameter<ContactId> ID =
      Parameter.path("id", ContactId.class, "the id of the contact");
  private static final Parameter<Tag> TAG = Parameter.path("tag", Tag.class, "the tag");

  private final AddressBook contacts;

  ContactRoutes(AddressBook contacts) {
    this.contacts = contacts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listContacts", "The contacts, by name.")
            .with(SEARCH, WITH_TAG)
            .lists(ContactJson.class, this::list),
        Operation.post(ALL, "addContact", "Adds a contact, also where it has a double.")
            .takes(AddContactRequest.class)
            .creates(ContactJson.class, contact -> ALL + "/" + contact.id(), this::add),
        Operation.get(ALL + "/doubles", "listDoubles", "Contacts that seem to be one person.")
            .listsFront(DoublesJson.class, this::doubles),
        Operation.get(ONE, "showContact", "One contact.")
            .with(ID)
            .tagged()
            .answers(ContactJson.class, this::show),
        Operation.put(ONE, "changeContact", "Replaces what is known of a contact; its tags stay.")
            .with(ID)
            .ifMatches(ContactJson.class, this::show)
            .takes(ChangeContactRequest.class)
            .answers(ContactJson.class, this::change),
        Operation.delete(ONE, "removeContact", "Removes a contact.")
            .with(ID)
            .ifMatches(ContactJson.class, this::show)
            .answersNothing(this::remove),
        Operation.put(ONE_TAG, "tagContact", "Puts a tag on a contact; twice is harmless.")
            .with(ID, TAG)
            .tagged()
            .answers(ContactJson.class, this::tag),
        Operation.delete(ONE_TAG, "untagContact", "Takes a tag off a contact; twice is harmless.")
            .with(ID, TAG)
            .tagged()
            .answers(ContactJson.class, this::untag),
        Operation.post(ONE + "/merge", "mergeContacts", "Makes two contacts one.")
            .with(ID)
            .tagged()
            .takes(MergeContactsRequest.class)
            .answers(ContactJson.class, this::merge));
  }

  /** Which contacts a call with {@link #SEARCH} and {@link #WITH_TAG} is about. */
  static ContactFilter filter(Call call) {
    return new ContactFilter(call.find(SEARCH), call.find(WITH_TAG));
  }

  private Listed<ContactJson> list(Call call) {
    return contacts.list(filter(call), call.page()).map(ContactJson::of);
  }

  private ContactJson add(Call call, AddContactRequest request) {
    return ContactJson.of(contacts.add(request.details(), request.labels()));
  }

  private List<DoublesJson> doubles(Call call) {
    return contacts.doubles(call.limit()).stream().map(DoublesJson::of).toList();
  }

  private ContactJson show(Call call) {
    return ContactJson.of(contacts.show(call.get(ID)));
  }

  private ContactJson change(Call call, ChangeContactRequest request) {
    Contact seen = contacts.show(call.get(ID));
    return ContactJson.of(contacts.change(seen.id(), seen.updatedAt(), request.details()));
  }

  private void remove(Call call) {
    contacts.remove(call.get(ID));
  }

  private ContactJson tag(Call call) {
    return ContactJson.of(contacts.tag(call.get(ID), Set.of(call.get(TAG))));
  }

  private ContactJson untag(Call call) {
    return ContactJson.of(contacts.untag(call.get(ID), Set.of(call.get(TAG))));
  }

  private ContactJson merge(Call call, MergeContactsRequest request) {
    return ContactJson.of(contacts.merge(call.get(ID), request.absorbed()));
  }

  record AddContactRequest(
      @Length(max = 200) String name,
      @Length(min = 0, max = 320) @Nullable String email,
      @Length(min = 0, max = 64) @Nullable String phone,
      @Length(min = 0, max = 100_000) @Nullable String notes,
      @Nullable List<Tag> tags) {

    private ContactDetails details() {
      return ContactDetails.typed(name, email, phone, notes);
    }

    private Set<Tag> labels() {
      return tags == null ? Set.of() : Set.copyOf(tags);
    }
  }

  record ChangeContactRequest(
      @Length(max = 200) String name,
      @Description("not known if it is left out") @Length(min = 0, max = 320)
          @Nullable String email,
      @Description("not known if it is left out") @Length(min = 0, max = 64) @Nullable String phone,
      @Description("none if they are left out") @Length(min = 0, max = 100_000)
          @Nullable String notes) {

    private ContactDetails details() {
      return ContactDetails.typed(name, email, phone, notes);
    }
  }

  record MergeContactsRequest(
      @Description("is removed; the other one takes over what it does not know itself")
          ContactId absorbed) {}
}
