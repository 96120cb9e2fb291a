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
  void stretchesAsTheReferenceProgramDoes() {
    // echo -n 1234 | argon2 somesaltsomesalt -id -t 5 -k 7168 -p 1 -l 32 -v 13 -r
    assertThat(Verifiers.stretch("1234", "736f6d6573616c74736f6d6573616c74"))
        .isEqualTo("00ee9e3e6b2813c3fdee7cf5e6f473b8ec208d11e557625797a8f0a04b30bd7a");
  }

  @Test
  void readsAPepperAsItWroteItAndShowsItToNobody() {
    assertThat(Pepper.parse(here.toHex() + "\n")).isEqualTo(here);
    assertThat(here.toString()).doesNotContain(here.toHex());
    assertThatThrownBy(() -> Pepper.parse("abcd")).hasMessageContaining("32 bytes");
  }
}
