package dev.engine.services.contact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column of a table of contacts holds. */
enum ContactColumn {
  NAME,
  FIRST_NAME,
  MIDDLE_NAME,
  LAST_NAME,
  EMAIL,
  PHONE,
  NOTES,
  TAGS;

  /** The column under {@code heading}, as we or another program call it; null if it is none. */
  static @Nullable ContactColumn of(String heading) {
    return switch (heading.strip().toLowerCase(Locale.ROOT)) {
      case "name", "full name", "display name" -> NAME;
      case "first name", "given name" -> FIRST_NAME;
      case "middle name", "additional name" -> MIDDLE_NAME;
      case "last name", "family name" -> LAST_NAME;
      case "email", "e-mail", "email address", "e-mail address" -> EMAIL;
      case "e-mail 1 - value", "email 1 - value" -> EMAIL;
      case "phone", "phone number", "phone 1 - value", "primary phone" -> PHONE;
      case "mobile phone", "business phone", "home phone" -> PHONE;
      case "notes", "note" -> NOTES;
      case "tags", "labels", "categories", "group membership" -> TAGS;
      default -> null; // other programs have columns without end
    };
  }

  /** Whether a person's name is in it, or a part of that. */
  boolean isName() {
    return switch (this) {
      case NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME -> true;
      case EMAIL, PHONE, NOTES, TAGS -> false;
    };
  }
}
