package dev.engine.services.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactEntry;
import dev.engine.domain.contact.MatchKeys;
import java.util.Locale;
import java.util.Optional;

/**
 * When two contacts are doubles: their addresses differ in blanks around and in capitals at most,
 * or their numbers reach the same telephone.
 */
final class ContactMatching {

  private final PhoneRegion region;

  ContactMatching(PhoneRegion region) {
    this.region = region;
  }

  ContactEntry entry(ContactDetails details) {
    return new ContactEntry(details, keys(details));
  }

  MatchKeys keys(ContactDetails details) {
    return new MatchKeys(
        Optional.ofNullable(details.email()).flatMap(ContactMatching::emailKey).orElse(null),
        Optional.ofNullable(details.phone()).flatMap(this::phoneKey).orElse(null));
  }

  private static Optional<String> emailKey(String email) {
    return Optional.of(email.strip().toLowerCase(Locale.ROOT)).filter(key -> !key.isEmpty());
  }

  private Optional<String> phoneKey(String phone) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      PhoneNumber number = numbers.parse(phone, region.code());
      String key = numbers.format(number, PhoneNumberFormat.E164);
      return Optional.of(number.hasExtension() ? key + "x" + number.getExtension() : key);
    } catch (NumberParseException notOfAnyCountry) {
      return digits(phone);
    }
  }

  /** Of what is no number that can be dialled from abroad, such as one without a country. */
  private static Optional<String> digits(String phone) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(phone);
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(phone.stripLeading().startsWith("+") ? "+" + digits : digits);
  }
}
