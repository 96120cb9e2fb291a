package kafedra.kiosk.signin;

import kafedra.contract.message.ReplicaItem.PinVerifier;

/** Proves cards and PINs against what the replica holds, with the building's pepper. */
public interface Proofs {
  /** The form in which the replica holds a card. */
  String card(String number);

  /** The form in which the replica holds a code for one time. */
  String code(String digits);

  /** Slow on purpose, and as slow for a wrong PIN as for a right one: not for the desk's thread. */
  boolean matches(PinVerifier verifier, String pin);

  /** Stands in where there is nobody, so that an unknown number takes as long as a known one. */
  PinVerifier decoy();
}
