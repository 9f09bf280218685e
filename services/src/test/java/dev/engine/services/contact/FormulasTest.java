package dev.engine.services.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FormulasTest {

  @Test
  void whatCouldBeAFormulaGetsAnApostrophe() {
    assertThat(Formulas.defused("=1+1")).isEqualTo("'=1+1");
    assertThat(Formulas.defused("\t=1")).isEqualTo("'\t=1");
    assertThat(Formulas.defused("'=1")).isEqualTo("''=1");
    assertThat(Formulas.defused("'tis")).isEqualTo("'tis");
    assertThat(Formulas.defused("a=1")).isEqualTo("a=1");
    assertThat(Formulas.defused("")).isEmpty();
  }

  @Test
  void restoringUndoesDefusing() {
    HostileTexts texts = new HostileTexts(new SplittableRandom(7));
    for (int i = 0; i < 2_000; i++) {
      String text = texts.upTo(4);

      assertThat(Formulas.restored(Formulas.defused(text))).isEqualTo(text);
    }
  }
}
