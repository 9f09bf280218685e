package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the examples that NIST gives for FIPS 180. */
final class Sha256Test {

  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void aTextIsHashed() {
    assertThat(Sha256.hexOf("abc")).isEqualTo(OF_ABC);
    assertThat(Sha256.of("abc")).isEqualTo(HexFormat.of().parseHex(OF_ABC));
    assertThat(Sha256.hexOf(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aTextIsHashedInUtf8() {
    assertThat(Sha256.hexOf("\u00e9"))
        .isEqualTo(Sha256.hexOf(new byte[] {(byte) 0xc3, (byte) 0xa9}));
  }

  @Test
  void bytesAreHashed() {
    assertThat(Sha256.hexOf(new byte[] {'a', 'b', 'c'})).isEqualTo(OF_ABC);
  }

  @Test
  void partsAreHashedAsTheWholeIs() {
    MessageDigest digest = Sha256.begin();

    digest.update((byte) 'a');
    digest.update(new byte[] {'b', 'c'});

    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(OF_ABC);
  }
}
