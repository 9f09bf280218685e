package dev.engine.domain.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What a word looks like, in the letters {@code a} to {@code z}: two words that a reader may take
 * for one another have the same skeleton. Never to be shown.
 *
 * <p>After the skeletons of UTS 39, for Latin words only: compatibility forms are undone (full
 * width, mathematical, circled), accents and everything that is no letter is dropped, and letters
 * of other scripts, digits and signs become the Latin letter that they resemble. The table is a
 * choice from its {@code confusables.txt}: letters that are drawn like a Latin one in common fonts.
 * An {@code i} becomes an {@code l}, since a {@code 1} stands for either.
 */
final class Skeleton {

  /** The letter that is meant, then what looks like it, capitals too where they look different. */
  private static final String[] LOOKALIKES = {
    "aаАαΑᴀɑ4@ꓮᎪ∀ⱥ",
    "bвВьβΒʙᏴꓐ",
    "cсСϲᴄⅽꓚᏟ¢",
    "dԁᴅⅾđꓓᎠժ",
    "eеЕεΕҽєᴇɛ3ꓰᎬ€℮",
    "fғҒϝꜰƒꓝ",
    "gɡɢԍꓖᏀց",
    "hһҺнНΗʜħꓧᎻհ",
    "jјЈᴊϳꓙ",
    "kкКκΚᴋᏦꓗ",
    "lіІїЇιΙɪıɩ1ӀӏʟłᏞꓡꓲᎥ",
    "mмМΜᴍϻⅿᎷꓟ",
    "nпΝηɴոռꓠñ",
    "oоОοΟσᴏ0օՕøØөӨꓳ",
    "pрРρΡᴘᏢꓑþ",
    "qԛզǫ",
    "rгᴦʀɾᎡꓣя",
    "sѕЅꜱ5$ՏᏚꓢς",
    "tтТτΤᴛ7ŧᎢꓔ†",
    "uυսՍᴜμʋꓴ",
    "vνѵѴᴠᏙꓦ",
    "wԝԜωѡᴡᎳꓪ",
    "xхХχΧ×ꓫ",
    "yуУүҮγΥʏᎩꓬ¥",
    "zΖᴢᏃꓜʐ",
  };

  /** Letters in squares and circles that have no compatibility form: the first of each alphabet. */
  private static final int[] ALPHABETS = {0x1f150, 0x1f170, 0x1f1e6};

  private static final int LETTERS = 26;

  private static final Map<Integer, Character> MEANT = meant();

  /** The same for characters that most texts consist of; 0 for no letter. */
  private static final char[] ASCII = ascii();

  /** Longer than any name that is looked for. */
  private static final int MAX = 40;

  private Skeleton() {}

  /** The skeleton of {@code text}, of which {@value #MAX} letters suffice to know a name. */
  static String of(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder skeleton = new StringBuilder(MAX);
    boolean word = false; // a number is none, though its digits look like letters
    for (int at = 0; at < plain.length() && skeleton.length() < MAX; ) {
      int next = plain.codePointAt(at);
      at += Character.charCount(next);
      char letter = next < ASCII.length ? ASCII[next] : letter(next);
      if (letter != 0) {
        skeleton.append(letter);
        word |= next >= ALPHABETS[0] || Character.isLetter(next);
      }
    }
    return word ? skeleton.toString() : "";
  }

  /** The letter that {@code codePoint} resembles, 0 for none. */
  private static char letter(int codePoint) {
    Character known = MEANT.get(codePoint);
    if (known != null) {
      return known;
    }
    for (int first : ALPHABETS) {
      if (codePoint >= first && codePoint < first + LETTERS) {
        return letter('a' + codePoint - first);
      }
    }
    int lower = Character.toLowerCase(codePoint);
    return lower == codePoint ? 0 : letter(lower);
  }

  private static Map<Integer, Character> meant() {
    Map<Integer, Character> letters = new HashMap<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      letters.put((int) letter, letter);
    }
    letters.put((int) 'i', 'l');
    for (String row : LOOKALIKES) {
      row.codePoints().skip(1).forEach(like -> letters.put(like, row.charAt(0)));
    }
    return Map.copyOf(letters);
  }

  private static char[] ascii() {
    char[] letters = new char[0x80];
    for (char c = 0; c < letters.length; c++) {
      letters[c] = letter(c);
    }
    return letters;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII.length) {
        return false;
      }
    }
    return true;
  }
}
