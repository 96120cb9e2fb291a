package kafedra.agent.linux;

import java.util.Optional;

class FakeLogindTest extends LogindContract {
  private final FakeLogind logind = new FakeLogind();

  @Override
  Logind logind() {
    return logind;
  }

  @Override
  void logIn(String kind) {
    logind.sessions.add(
        new LogindSession(
            "c" + (logind.sessions.size() + 1),
            "pupil",
            47110,
            "seat0",
            kind.equals("tty") ? "tty" : "x11",
            kind.equals("greeter") ? "greeter" : "user",
            "",
            logind.sessions.size() + 1,
            4242,
            kind.equals("x11")
                ? LogindSession.Activity.ACTIVE
                : LogindSession.Activity.IN_BACKGROUND,
            LogindSession.LockHint.OPEN,
            Optional.empty()));
  }

  @Override
  boolean wasTold(String verb) {
    return logind.done.contains(verb.equals("reboot") ? "restart" : "power off");
  }
}
