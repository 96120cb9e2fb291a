package kafedra.kiosk;

import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.secret.Pepper;
import kafedra.contract.secret.Verifiers;
import kafedra.kiosk.signin.Proofs;

/** Proofs with this building's pepper. */
final class PepperedProofs implements Proofs {
  private final Pepper pepper;
  private final PinVerifier decoy;

  PepperedProofs(Pepper pepper) {
    this.pepper = pepper;
    this.decoy = new PinVerifier(Verifiers.newSalt(), "");
  }

  @Override
  public String card(String number) {
    return Verifiers.card(pepper, number);
  }

  @Override
  public String code(String digits) {
    return Verifiers.code(pepper, digits);
  }

  @Override
  public boolean matches(PinVerifier verifier, String pin) {
    return Verifiers.pinMatches(verifier, pepper, pin);
  }

  @Override
  public PinVerifier decoy() {
    return decoy;
  }
}
