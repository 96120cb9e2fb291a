package kafedra.kiosk.desk;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.help.Call;
import kafedra.kiosk.help.Calls;
import kafedra.kiosk.help.FaultReports;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;

/** Calls for the librarian, and what is broken. For the desk's thread alone. */
public final class HelpDesk {
  private final Attendance attendance;
  private final Replica replica;
  private final Sessions sessions;
  private final Calls calls;
  private final FaultReports faults;
  private final Journal journal;
  private final Announcements announcements;
  private final Cues cues;
  private final DeviceClock clock;
  private List<Call> told = List.of();

  public HelpDesk(
      Attendance attendance,
      Replica replica,
      Sessions sessions,
      Calls calls,
      FaultReports faults,
      Journal journal,
      Announcements announcements,
      Cues cues,
      DeviceClock clock) {
    this.attendance = attendance;
    this.replica = replica;
    this.sessions = sessions;
    this.calls = calls;
    this.faults = faults;
    this.journal = journal;
    this.announcements = announcements;
    this.cues = cues;
    this.clock = clock;
  }

  /** Somebody who signed in calls, from their seat if they have one. */
  public Outcome<VisitView> call(String token) {
    return attendance.during(
        token,
        visit -> {
          PersonId person = visit.person();
          return called(
              calls.call(Optional.of(person), sessions.of(person).map(Session::workstation)));
        });
  }

  /** Somebody at the kiosk calls who did not, or could not, sign in. */
  public Outcome<Call> callOfNobody() {
    return called(calls.call(Optional.empty(), Optional.empty()));
  }

  private Outcome<Call> called(Optional<Call> call) {
    if (call.isEmpty()) {
      return new Outcome.Refused<>(Plain.TOO_MANY_CALL);
    }
    cues.attention();
    return new Outcome.Done<>(call.get());
  }

  public Outcome<VisitView> takeBack(String token) {
    return attendance.during(
        token,
        visit -> {
          calls.of(visit.person()).ifPresent(calls::takeBack);
          return new Outcome.Done<>(visit);
        });
  }

  public void takeBackOfNobody() {
    calls.ofNobody().ifPresent(calls::takeBack);
  }

  /** Something is broken at a seat. */
  public Outcome<VisitView> report(String token, WorkstationId seat, FaultKind kind) {
    return attendance.during(
        token,
        visit -> {
          if (replica.seat(seat).isEmpty()) {
            return new Outcome.Refused<>(Plain.NOT_FOUND);
          }
          faults.report(seat, kind);
          return new Outcome.Done<>(kind);
        });
  }

  /** Staff say that they come; {@code besides} is committed with it. */
  Outcome<Call> answer(CallId id, List<Change> besides) {
    Optional<Call> call = calls.answer(id);
    if (call.isEmpty()) {
      return new Outcome.Refused<>(Plain.NOT_FOUND);
    }
    journal.commit(besides);
    return new Outcome.Done<>(call.get());
  }

  void tick() {
    calls.tick();
  }

  /** Tells the district who calls, when that has changed. */
  void refresh() {
    if (!calls.open().equals(told)) {
      tellAnew();
    }
  }

  /** The district is reached again. */
  void tellAnew() {
    told = calls.open();
    announcements.help(
        new HelpCalls(
            clock.instant(),
            told.stream()
                .map(it ->
                    new HelpCalls.Call(
                        it.id(),
                        it.at(),
                        it.seat().orElse(null),
                        it.person().orElse(null),
                        it.answered().orElse(null)))
                .toList()));
  }
}
