package kafedra.controller;

import kafedra.contract.secret.Verifiers;
import kafedra.controller.access.Stretching;

/** Stretching as kiosks do it too. */
final class Argon2Stretching implements Stretching {
  @Override
  public String newSalt() {
    return Verifiers.newSalt();
  }

  @Override
  public String stretch(String secret, String salt) {
    return Verifiers.stretch(secret, salt);
  }
}
