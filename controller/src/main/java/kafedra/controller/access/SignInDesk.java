package kafedra.controller.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Signs staff in and out. A sign-in ends after {@link #IDLE} without a request. Guessing is slowed
 * per login and per address (OWASP ASVS 5, 6.3.1), and no more than {@value #AT_ONCE} passwords are
 * stretched at once, whoever sends them.
 */
public final class SignInDesk {
  public static final Duration IDLE = Duration.ofHours(8);
  public static final int FAILURES_PER_LOGIN = 5;
  public static final int FAILURES_PER_ADDRESS = 30;
  public static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int AT_ONCE = 4;

  /** How stale the stored time of the last request may be: it spares a write a request. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(5);

  private final StaffStore store;
  private final Stretching stretching;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore stretchers = new Semaphore(AT_ONCE);
  private final AttemptLimit byLogin = new AttemptLimit(FAILURES_PER_LOGIN, WINDOW);
  private final AttemptLimit byAddress = new AttemptLimit(FAILURES_PER_ADDRESS, WINDOW);

  /** Stretched when the login is unknown, so that the time taken does not tell. */
  private final StretchedPassword nobody;

  public SignInDesk(StaffStore store, Stretching stretching, InstantSource clock) {
    this.store = store;
    this.stretching = stretching;
    this.clock = clock;
    this.nobody = new StretchedPassword(stretching.newSalt(), "");
  }

  public SignIn signIn(String login, String password, String address) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Optional<Duration> wait = byLogin.waitFor(name, now).or(() -> byAddress.waitFor(address, now));
    if (wait.isPresent()) {
      return new SignIn.TooMany(wait.get());
    }
    // counted before the proof is tried, so that attempts side by side are limited too
    byLogin.failed(name, now);
    byAddress.failed(address, now);
    Optional<StaffStore.Account> account = store.account(name);
    StretchedPassword kept = account.map(StaffStore.Account::password).orElse(nobody);
    if (!matches(kept, password) || account.isEmpty()) {
      return new SignIn.Wrong();
    }
    byLogin.forget(name);
    byAddress.takeBack(address);
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    store.open(hash(token), name, now, now.minus(IDLE));
    return new SignIn.Accepted(token, account.get().staff());
  }

  private boolean matches(StretchedPassword kept, String password) {
    stretchers.acquireUninterruptibly();
    try {
      return kept.matches(password, stretching);
    } finally {
      stretchers.release();
    }
  }

  /** Who holds this token; empty when nobody does, or for too long without a request. */
  public Optional<Staff> whoHolds(String token) {
    String hash = hash(token);
    Instant now = clock.instant();
    Optional<StaffStore.SignedIn> found = store.signedIn(hash);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Instant seenAt = found.get().seenAt();
    if (seenAt.plus(IDLE).isBefore(now)) {
      store.close(hash);
      return Optional.empty();
    }
    if (seenAt.plus(SEEN_STEP).isBefore(now)) {
      store.seen(hash, now);
    }
    return Optional.of(found.get().staff());
  }

  public void signOut(String token) {
    store.close(hash(token));
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
