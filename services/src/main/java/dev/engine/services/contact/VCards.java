package dev.engine.services.contact;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.ParseWarning;
import ezvcard.io.scribe.ScribeIndex;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Note;
import ezvcard.property.ProductId;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import ezvcard.util.TelUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts as vCards: read in versions 2.1, 3.0 and 4.0, written in 3.0. */
final class VCards {

  private static final ScribeIndex NAMES = new ScribeIndex();

  /** What a contact takes from a card, and what says nothing of the person. */
  private static final Set<Class<?>> TAKEN =
      Set.of(
          FormattedName.class,
          StructuredName.class,
          Email.class,
          Telephone.class,
          Note.class,
          Categories.class,
          ProductId.class,
          Revision.class,
          Uid.class);

  private VCards() {}

  static boolean areIn(String text) {
    return VCardText.isIn(text);
  }

  static ImportFile read(String text) {
    NavigableSet<String> leftOut = new TreeSet<>();
    List<ImportRecord> records =
        VCardText.parts(text).stream().map(part -> read(part, leftOut)).toList();
    return new ImportFile(records, leftOut);
  }

  /** Writes each contact as one card. */
  static ContactSink to(Writer writer) {
    VCardWriter cards = new VCardWriter(writer, VCardVersion.V3_0);
    cards.setAddProdId(false);
    cards.setIncludeTrailingSemicolons(true); // some programs read N by its places
    return new ContactSink() {
      @Override
      public void write(Contact contact) throws IOException {
        cards.write(card(contact));
      }

      @Override
      public void flush() throws IOException {
        cards.flush();
      }
    };
  }

  private static ImportRecord read(VCardText.Part part, Set<String> leftOut) {
    return switch (part.kind()) {
      case WHOLE -> readCard(part, leftOut);
      case UNENDED -> new ImportRecord.Unusable(part.line(), "this vCard has no END:VCARD");
      case STRAY -> new ImportRecord.Unusable(part.line(), "this is outside of any vCard");
    };
  }

  private static ImportRecord readCard(VCardText.Part part, Set<String> leftOut) {
    try (VCardReader reader = new VCardReader(part.text())) {
      VCard card = reader.readNext();
      reader.getWarnings().stream().flatMap(VCards::lost).forEach(leftOut::add);
      leftOut(card).forEach(leftOut::add);
      return draft(part.line(), card).checked(leftOut);
    } catch (IOException impossible) { // it reads from a string
      throw new UncheckedIOException(impossible);
    }
  }

  private static ImportDraft draft(int line, VCard card) {
    return new ImportDraft(
        line,
        name(card),
        preferred(card.getEmails(), EmailType.PREF.getValue())
            .map(Email::getValue)
            .findFirst()
            .orElse(null),
        preferred(card.getTelephoneNumbers(), TelephoneType.PREF.getValue())
            .flatMap(VCards::number)
            .findFirst()
            .orElse(null),
        card.getNotes().stream()
            .map(Note::getValue)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n")),
        card.getCategoriesList().stream().flatMap(list -> list.getValues().stream()).toList());
  }

  private static @Nullable String name(VCard card) {
    FormattedName formatted = card.getFormattedName();
    if (formatted != null && formatted.getValue() != null && !formatted.getValue().isBlank()) {
      return formatted.getValue();
    }
    StructuredName parts = card.getStructuredName();
    return parts == null ? null : joined(parts);
  }

  private static String joined(StructuredName name) {
    List<String> parts = new ArrayList<>(name.getPrefixes());
    parts.add(Objects.requireNonNullElse(name.getGiven(), ""));
    parts.addAll(name.getAdditionalNames());
    parts.add(Objects.requireNonNullElse(name.getFamily(), ""));
    parts.addAll(name.getSuffixes());
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
  }

  private static Stream<String> number(Telephone telephone) {
    TelUri uri = telephone.getUri();
    if (uri == null) {
      return Stream.ofNullable(telephone.getText());
    }
    String extension = uri.getExtension();
    return Stream.of(extension == null ? uri.getNumber() : uri.getNumber() + " x" + extension);
  }

  /** The preferred first: vCard 4.0 numbers them from 1, earlier versions mark one. */
  private static <P extends VCardProperty> Stream<P> preferred(List<P> properties, String mark) {
    return properties.stream().sorted(Comparator.comparingInt(property -> rank(property, mark)));
  }

  private static int rank(VCardProperty property, String mark) {
    VCardParameters parameters = property.getParameters();
    boolean isMarked = parameters.getTypes().stream().anyMatch(mark::equalsIgnoreCase);
    Integer pref = parameters.getPref();
    return isMarked ? 0 : Objects.requireNonNullElse(pref, Integer.MAX_VALUE);
  }

  private static Stream<String> leftOut(VCard card) {
    Stream<String> others =
        card.getProperties().stream()
            .filter(property -> !TAKEN.contains(property.getClass()))
            .map(property -> NAMES.getPropertyScribe(property).getPropertyName());
    Stream<String> further =
        Stream.concat(
            card.getEmails().size() > 1 ? Stream.of("further EMAIL") : Stream.empty(),
            card.getTelephoneNumbers().size() > 1 ? Stream.of("further TEL") : Stream.empty());
    return Stream.concat(others, further);
  }

  private static Stream<String> lost(ParseWarning warning) {
    return warning.getPropertyName() == null ? Stream.of("lines without a name") : Stream.empty();
  }

  private static VCard card(Contact contact) {
    ContactDetails details = contact.details();
    VCard card = new VCard();
    card.setFormattedName(details.name());
    StructuredName name = new StructuredName(); // 3.0 demands one; which part is which is unknown
    name.setGiven(details.name());
    card.setStructuredName(name);
    if (details.email() != null) {
      card.addEmail(details.email());
    }
    if (details.phone() != null) {
      card.addTelephoneNumber(details.phone());
    }
    if (!details.notes().isEmpty()) {
      card.addNote(details.notes());
    }
    if (!contact.tags().isEmpty()) {
      card.setCategories(contact.tags().stream().map(Tag::value).toArray(String[]::new));
    }
    return card;
  }
}
