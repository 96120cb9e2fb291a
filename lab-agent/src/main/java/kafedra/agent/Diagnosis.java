package kafedra.agent;

import java.time.Duration;
import java.util.function.Supplier;
import kafedra.agent.health.MachineHealth;
import kafedra.agent.lock.BootClock;
import kafedra.contract.message.SeatReport;

/** How machine and agent are, for whoever looks after them; nothing in it is of a person. */
record Diagnosis(
    String version,
    BootClock clock,
    MachineHealth health,
    Supplier<SeatReport> seat,
    Supplier<Boolean> connected,
    Supplier<Long> rejected)
    implements Supplier<String> {
  @Override
  public String get() {
    SeatReport report = seat.get();
    Runtime own = Runtime.getRuntime();
    Duration up = clock.sinceBoot();
    return String.join(
        "\n",
        "agent " + version + ", Java " + Runtime.version(),
        "system " + health.system(),
        "up %d h %d min".formatted(up.toHours(), up.toMinutesPart()),
        "screen " + report.screen() + ", fault " + report.fault(),
        "orders obeyed up to " + report.obeyed(),
        "totals not settled " + report.uses().size(),
        "tampering " + report.tampering(),
        "kiosk " + (connected.get() ? "connected" : "not connected"),
        "payloads passed over " + rejected.get(),
        "heap MiB " + (own.totalMemory() - own.freeMemory()) / 1_048_576,
        "machine " + health.latest().map(Object::toString).orElse("unknown"));
  }
}
