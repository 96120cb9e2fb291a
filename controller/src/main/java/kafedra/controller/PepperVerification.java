package kafedra.controller;

import java.util.List;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.secret.Pepper;
import kafedra.contract.secret.Verifiers;
import kafedra.controller.replica.Verification;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.Credentials.StretchedPin;
import kafedra.controller.roster.KioskAccount;
import org.jspecify.annotations.Nullable;

/** Verifiers under the pepper of each building. */
final class PepperVerification implements Verification {
  /** The verifier of a code for one time. */
  static String code(KioskAccount building, String digits) {
    return Verifiers.code(Pepper.parse(building.pepper()), digits);
  }

  @Override
  public @Nullable PinVerifier pin(KioskAccount building, Credentials credentials) {
    StretchedPin pin = credentials.pin();
    return pin == null
        ? null
        : Verifiers.pinFor(Pepper.parse(building.pepper()), pin.salt(), pin.stretched());
  }

  @Override
  public List<String> cards(KioskAccount building, Credentials credentials) {
    Pepper pepper = Pepper.parse(building.pepper());
    return credentials.cards().stream().map(number -> Verifiers.card(pepper, number)).toList();
  }
}
