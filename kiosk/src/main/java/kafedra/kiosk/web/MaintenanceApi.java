package kafedra.kiosk.web;

import java.util.Arrays;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.upkeep.Maintenance;

/** The maintenance page's calls; the PIN comes with each, and nothing is remembered. */
record MaintenanceApi(DeskThread thread, Maintenance maintenance) {
  Reply look(Fields body) {
    String pin = body.text("pin");
    return reply(thread.call(() -> maintenance.look(pin)));
  }

  Reply attempt(Fields body) {
    String pin = body.text("pin");
    String name = body.text("part");
    Maintenance.Trial trial =
        Arrays.stream(Maintenance.Trial.values())
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new BadRequestException("part is none that can be tried."));
    return reply(thread.call(() -> maintenance.attempt(pin, trial)));
  }

  private static Reply reply(Outcome<Maintenance.View> outcome) {
    return switch (outcome) {
      case Outcome.Done<Maintenance.View>(Maintenance.View view) -> new Reply.View(view);
      case Outcome.Refused<Maintenance.View>(Refusal why) -> new Reply.Failed(Problem.of(why));
    };
  }
}
