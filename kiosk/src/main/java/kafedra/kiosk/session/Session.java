package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SessionUse;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.Millis;
import kafedra.contract.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A person's use of a seat.
 *
 * @param booking the booking it was checked in to; null for a walk-in
 * @param plannedEnd by the wall clock, when the seat locks
 * @param planned when that was said, by the same clocks
 * @param reason why it ended or, while it runs, why it will end if nobody acts
 * @param endedAt null while it runs
 * @param signedIn what the seat's agent has counted so far
 * @param active how much of that had input; at most {@code signedIn}
 */
public record Session(
    SessionId id,
    WorkstationId workstation,
    PersonId person,
    @Nullable BookingId booking,
    SignInMethod method,
    Instant startedAt,
    Instant plannedEnd,
    Moment planned,
    Standing standing,
    EndReason reason,
    @Nullable Instant endedAt,
    Duration signedIn,
    Duration active) {

  /** How far a session is. */
  public enum Standing {
    RUNNING,
    /** The seat was told to lock; the agent's last word on the totals is awaited. */
    ENDED,
    /** The end and its totals are recorded. */
    SETTLED
  }

  public Session {
    startedAt = Millis.of(startedAt);
    plannedEnd = Millis.of(plannedEnd);
    signedIn = Millis.of(signedIn);
    active = Millis.of(active);
    if ((standing == Standing.RUNNING) != (endedAt == null)) {
      throw new IllegalArgumentException(
          "session " + id + " is " + standing + ", ended " + endedAt);
    }
  }

  /** How long the session had left when its end was said. */
  Duration leftWhenPlanned() {
    return Duration.between(planned.stamp().wall(), plannedEnd);
  }

  Session endingAt(Instant newEnd, Moment now, EndReason newReason) {
    return with(startedAt, newEnd, now, standing, newReason, endedAt, signedIn, active);
  }

  /** The same stretch of time, by a wall clock that was corrected. */
  Session shifted(Duration by, Moment now) {
    Instant ends = plannedEnd.plus(by);
    return with(startedAt.plus(by), ends, now, standing, reason, endedAt, signedIn, active);
  }

  Session ended(Instant at, EndReason why) {
    return with(startedAt, plannedEnd, planned, Standing.ENDED, why, at, signedIn, active);
  }

  Session settled() {
    return with(
        startedAt, plannedEnd, planned, Standing.SETTLED, reason, endedAt, signedIn, active);
  }

  /** Totals only grow; an agent that lost its count does not take time back. */
  Session counted(SessionUse use) {
    if (use.signedIn().compareTo(signedIn) <= 0 && use.active().compareTo(active) <= 0) {
      return this;
    }
    Duration longer = use.signedIn().compareTo(signedIn) > 0 ? use.signedIn() : signedIn;
    Duration busier = use.active().compareTo(active) > 0 ? use.active() : active;
    return with(startedAt, plannedEnd, planned, standing, reason, endedAt, longer, busier);
  }

  private Session with(
      Instant newStart,
      Instant newEnd,
      Moment newPlanned,
      Standing newStanding,
      EndReason newReason,
      @Nullable Instant newEndedAt,
      Duration newSignedIn,
      Duration newActive) {
    return new Session(
        id,
        workstation,
        person,
        booking,
        method,
        newStart,
        newEnd,
        newPlanned,
        newStanding,
        newReason,
        newEndedAt,
        newSignedIn,
        newActive);
  }
}
