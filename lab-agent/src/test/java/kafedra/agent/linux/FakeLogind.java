package kafedra.agent.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A login service whose sessions a test makes. */
final class FakeLogind implements Logind {
  final List<LogindSession> sessions = new ArrayList<>();
  final List<String> done = new ArrayList<>();

  static LogindSession x11(String id, String user) {
    return new LogindSession(
        id,
        user,
        1000,
        "seat0",
        "x11",
        "user",
        ":0",
        7,
        4242,
        LogindSession.Activity.ACTIVE,
        LogindSession.LockHint.OPEN,
        Optional.empty());
  }

  static LogindSession console(String id, String user) {
    return with(x11(id, user), "tty", LogindSession.Activity.IN_BACKGROUND);
  }

  static LogindSession with(LogindSession one, String type, LogindSession.Activity activity) {
    return new LogindSession(
        one.id(),
        one.user(),
        one.uid(),
        one.seat(),
        type,
        one.kind(),
        one.display(),
        one.terminal(),
        one.leader(),
        activity,
        one.lockedHint(),
        one.idleSince());
  }

  void change(String id, UnaryOperator<LogindSession> change) {
    sessions.replaceAll(it -> it.id().equals(id) ? change.apply(it) : it);
  }

  @Override
  public List<LogindSession> sessions() {
    return List.copyOf(sessions);
  }

  private void hint(String session, LogindSession.LockHint hint) {
    change(
        session,
        it ->
            new LogindSession(
                it.id(),
                it.user(),
                it.uid(),
                it.seat(),
                it.type(),
                it.kind(),
                it.display(),
                it.terminal(),
                it.leader(),
                it.active(),
                hint,
                it.idleSince()));
  }

  @Override
  public void lock(String session) {
    done.add("lock " + session);
    hint(session, LogindSession.LockHint.LOCKED);
  }

  @Override
  public void unlock(String session) {
    done.add("unlock " + session);
    hint(session, LogindSession.LockHint.OPEN);
  }

  @Override
  public void terminate(String session) {
    done.add("end " + session);
    sessions.removeIf(it -> it.id().equals(session));
  }

  @Override
  public void restart() {
    done.add("restart");
  }

  @Override
  public void powerOff() {
    done.add("power off");
  }

  @Override
  public void close() {}
}
