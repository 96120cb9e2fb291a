package kafedra.controller.replica;

import java.util.List;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.KioskAccount;
import org.jspecify.annotations.Nullable;

/**
 * Binds what proves a person to one building, so that it is of no use in another or without that
 * building's pepper.
 */
public interface Verification {
  /** Null for a person without a PIN. */
  @Nullable PinVerifier pin(KioskAccount building, Credentials credentials);

  List<String> cards(KioskAccount building, Credentials credentials);
}
