package kafedra.controller.access;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignIn {
  /**
   * Signed in.
   *
   * @param token for the caller alone; 256 random bits, hexadecimal
   */
  record Accepted(String token, Staff staff) implements SignIn {}

  /** Wrong login or password; which of the two is not told. */
  record Wrong() implements SignIn {}

  /** Too many failures; nothing was tried. */
  record TooMany(Duration retryAfter) implements SignIn {}
}
