package kafedra.kiosk.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.DeviceClock;

/** The one visit that a screen can have. For the desk's thread alone. */
public final class Visits {
  private final SecureRandom random = new SecureRandom();
  private final DeviceClock clock;
  private Optional<Visit> current = Optional.empty();

  public Visits(DeviceClock clock) {
    this.clock = clock;
  }

  /** Begins a visit; one that was there is over. */
  public Visit begin(PersonId person, SignInMethod method) {
    byte[] token = new byte[16];
    random.nextBytes(token);
    Visit visit = new Visit(HexFormat.of().formatHex(token), person, method, clock.sinceBoot());
    current = Optional.of(visit);
    return visit;
  }

  public Optional<Visit> current() {
    return current;
  }

  /** The visit that this token belongs to, which is thereby touched. */
  public Optional<Visit> touch(String token) {
    current = current.filter(visit -> !isOver(visit)).map(visit -> touchIfSame(visit, token));
    return current.filter(visit -> same(visit.token(), token));
  }

  private Visit touchIfSame(Visit visit, String token) {
    return same(visit.token(), token) ? visit.touched(clock.sinceBoot()) : visit;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  public void end() {
    current = Optional.empty();
  }

  /** Time until the visit is over if nobody touches the screen. */
  public Duration left(Visit visit) {
    return Visit.IDLE.minus(clock.since(visit.touchedAt()));
  }

  private boolean isOver(Visit visit) {
    return !left(visit).isPositive();
  }

  /** Ends a visit that nobody touched, and says whether it did. */
  public boolean endIfIdle() {
    if (current.isPresent() && isOver(current.get())) {
      end();
      return true;
    }
    return false;
  }
}
