package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;

/** A clock for tests and time-scaled simulations: it stands until it is moved. */
public final class MovableClock implements DeviceClock {
  private Instant wall;
  private Duration sinceBoot = Duration.ZERO;
  private ClockTrust trust = ClockTrust.TRUSTED;
  private int boots = 1;

  public MovableClock(Instant wall) {
    this.wall = Millis.of(wall);
  }

  /** Time passes: both clocks move. */
  public synchronized void pass(Duration length) {
    wall = wall.plus(length);
    sinceBoot = sinceBoot.plus(length);
  }

  /** The wall clock alone is set, as a boot without a network or an administrator does it. */
  public synchronized void jumpTo(Instant newWall, ClockTrust newTrust) {
    wall = Millis.of(newWall);
    trust = newTrust;
  }

  /** The machine is started anew, with whatever its wall clock then says. */
  public synchronized void reboot(Instant newWall, ClockTrust newTrust) {
    boots++;
    sinceBoot = Duration.ZERO;
    jumpTo(newWall, newTrust);
  }

  @Override
  public synchronized Instant instant() {
    return wall;
  }

  @Override
  public synchronized Duration sinceBoot() {
    return sinceBoot;
  }

  @Override
  public synchronized BootId boot() {
    return new BootId("boot-" + boots);
  }

  @Override
  public synchronized ClockTrust trust() {
    return trust;
  }
}
