package kafedra.controller.roster;

import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;

/**
 * What the controller knows of a kiosk to believe it.
 *
 * @param secret the password of its broker account
 * @param pepper of its building, 64 hexadecimal digits
 */
public record KioskAccount(KioskId id, BuildingId building, String secret, String pepper) {
  /** Masked. */
  @Override
  public String toString() {
    return "KioskAccount[" + id + " in " + building + ", secrets masked]";
  }
}
