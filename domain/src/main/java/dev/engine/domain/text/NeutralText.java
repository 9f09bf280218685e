package dev.engine.domain.text;

/**
 * A text that somebody else wrote, in a form in which it can only be read: nothing in it steers a
 * terminal, is invisible, changes the direction of what stands around it, or passes for a mark by
 * which a client or a model tells who speaks.
 *
 * <p>What is taken out or replaced is said in {@link PlainCharacters} (characters), {@link
 * ControlSequences} (what terminals obey) and {@link SpeakerMarks} (tags, roles, fences). Scripts,
 * emoji and code stay readable, at a price: joiners and variation selectors are lost, so that a
 * family emoji comes apart into its members and a Devanagari conjunct may be drawn in another form;
 * and a tag whose name a system could use stands in parentheses.
 *
 * <p>Neutral text stays as it is when it is made neutral again.
 */
public final class NeutralText {

  /** How much longer than the text its JSON string may be, without its quotes. */
  private static final int MAX_GROWTH = 2;

  private final String value;
  private final boolean cut;

  private NeutralText(String value, boolean cut) {
    this.value = value;
    this.cut = cut;
  }

  /**
   * The beginning of {@code text} in lines, ended by {@code \n} alone.
   *
   * @param max most characters (UTF-16) of what is returned; as a JSON string it has at most twice
   *     as many and two quotes
   */
  public static NeutralText of(String text, int max) {
    PlainCharacters plain = new PlainCharacters(text, max, MAX_GROWTH * max);
    return new NeutralText(SpeakerMarks.takenFrom(plain.text()), plain.isCut());
  }

  /** The beginning of {@code text} in one line without blanks around it; else as {@link #of}. */
  public static NeutralText line(String text, int max) {
    NeutralText lines = of(text, max);
    return new NeutralText(lines.value.replaceAll("\\s+", " ").strip(), lines.cut);
  }

  /** The text itself. */
  public String value() {
    return value;
  }

  /** Whether there was more than fits. */
  public boolean isCut() {
    return cut;
  }

  /**
   * The text as a JSON string in its quotes, in one line; brackets, ampersands and backquotes are
   * escaped too, so that not even a careless reader sees markup in it.
   */
  public String quoted() {
    return JsonString.of(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
