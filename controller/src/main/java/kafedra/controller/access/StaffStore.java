package kafedra.controller.access;

import java.time.Instant;
import java.util.Optional;

/** Where accounts and sign-ins are kept. */
public interface StaffStore {
  Optional<Account> account(String login);

  /** Keeps a new sign-in and lets go those last seen before {@code forget}. */
  void open(String tokenHash, String login, Instant at, Instant forget);

  Optional<SignedIn> signedIn(String tokenHash);

  void seen(String tokenHash, Instant at);

  void close(String tokenHash);

  /** Somebody of the staff, and the password that proves it. */
  record Account(Staff staff, StretchedPassword password) {}

  /** A sign-in that stands. */
  record SignedIn(Staff staff, Instant seenAt) {}
}
