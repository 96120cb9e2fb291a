package kafedra.agent.lock;

import java.time.Duration;

/** Time that passes when it is told to, and a machine that boots when it is told to. */
final class FakeClock implements BootClock {
  private int boot = 1;
  private Duration now = Duration.ofSeconds(30);

  void pass(Duration length) {
    now = now.plus(length);
  }

  void reboot() {
    boot++;
    now = Duration.ofSeconds(20);
  }

  @Override
  public String bootId() {
    return "boot-" + boot;
  }

  @Override
  public Duration sinceBoot() {
    return now;
  }
}
