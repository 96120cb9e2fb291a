package kafedra.contract.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/** A fact of a building, numbered in the kiosk's outbox and kept by the controller for good. */
public sealed interface SiteRecord {
  /** When it happened, by the kiosk's clocks. */
  Stamp at();

  /**
   * A person took a seat.
   *
   * @param booking the booking that was checked in to; null for a walk-in
   * @param plannedEnd when the seat locks unless the session is extended
   */
  record SessionStarted(
      Stamp at,
      SessionId session,
      WorkstationId workstation,
      PersonId person,
      @Nullable BookingId booking,
      SignInMethod method,
      Instant plannedEnd)
      implements SiteRecord {
    public SessionStarted {
      plannedEnd = Millis.of(plannedEnd);
    }
  }

  /** The end of a running session was moved. */
  record SessionExtended(Stamp at, SessionId session, Instant plannedEnd) implements SiteRecord {
    public SessionExtended {
      plannedEnd = Millis.of(plannedEnd);
    }
  }

  /**
   * Running totals of a session that goes on. Totals, not differences: a repeated or a missing one
   * changes nothing.
   *
   * @param signedIn how long the seat has been open for this session
   * @param active how much of that had keyboard or pointer input; at most {@code signedIn}
   */
  record SessionUsed(Stamp at, SessionId session, Duration signedIn, Duration active)
      implements SiteRecord {
    public SessionUsed {
      signedIn = Millis.of(signedIn);
      active = Millis.of(active);
      SessionUse.requireTotals(signedIn, active);
    }
  }

  /** A session is over; the totals are final. */
  record SessionEnded(
      Stamp at, SessionId session, EndReason reason, Duration signedIn, Duration active)
      implements SiteRecord {
    public SessionEnded {
      signedIn = Millis.of(signedIn);
      active = Millis.of(active);
      SessionUse.requireTotals(signedIn, active);
    }
  }

  /**
   * A person asks at the kiosk for a seat later. Only the controller's booking is a promise; until
   * its answer comes with the replica this is shown as a request.
   *
   * @param workstation the seat asked for; null for any seat of the building
   */
  record BookingRequested(
      Stamp at,
      BookingId booking,
      PersonId person,
      @Nullable WorkstationId workstation,
      TimeSlot slot)
      implements SiteRecord {}

  /** A person takes back a booking or a request of their own. */
  record BookingWithdrawn(Stamp at, BookingId booking, PersonId person) implements SiteRecord {}

  /**
   * The building's line over one window.
   *
   * @param window length of the window, which ends at {@link #at}
   * @param downKbps mean rate towards the building, kbit/s
   * @param upKbps mean rate from the building, kbit/s
   * @param peakDownKbps highest rate towards the building sustained for 10 s within the window,
   *     kbit/s
   * @param roundTrip median round trip to the controller; null when nothing answered
   */
  record LineMeasured(
      Stamp at,
      Duration window,
      LineMethod method,
      int downKbps,
      int upKbps,
      int peakDownKbps,
      @Nullable Duration roundTrip)
      implements SiteRecord {
    public LineMeasured {
      window = Millis.of(window);
      roundTrip = roundTrip == null ? null : Millis.of(roundTrip);
      if (downKbps < 0 || upKbps < 0 || peakDownKbps < 0) {
        throw new IllegalArgumentException(
            "a rate is negative: down "
                + downKbps
                + ", up "
                + upKbps
                + ", peak "
                + peakDownKbps
                + " kbit/s");
      }
    }
  }

  /** A seat's condition changed; the sum of these gives available and occupied hours. */
  record SeatChanged(Stamp at, WorkstationId workstation, SeatCondition condition)
      implements SiteRecord {}

  /**
   * What a workstation's agent reported of its machine.
   *
   * @param system operating system and version; null from an older kiosk
   * @param version of the agent; null from an older kiosk
   * @param inventory null until it is known
   */
  record WorkstationChecked(
      Stamp at,
      WorkstationId workstation,
      Health health,
      @Nullable String system,
      @Nullable String version,
      @Nullable Inventory inventory)
      implements SiteRecord {
    /** Its health alone. */
    public WorkstationChecked(Stamp at, WorkstationId workstation, Health health) {
      this(at, workstation, health, null, null, null);
    }
  }

  /**
   * Somebody laid hands on a workstation's lock.
   *
   * @param id of the event: it may be told more than once
   */
  record SeatTampered(Stamp at, WorkstationId workstation, String id, Tampering.Kind kind)
      implements SiteRecord {}

  /** Somebody at the kiosk says that something is broken at a seat. Not who. */
  record FaultReported(Stamp at, WorkstationId workstation, FaultKind kind) implements SiteRecord {}

  /**
   * A code was used; it is worth nothing any more, anywhere.
   *
   * @param verifier as the replica holds it
   */
  record CodeUsed(Stamp at, String verifier, PersonId person) implements SiteRecord {}

  /**
   * Staff acted at the kiosk; the controller audits it, and makes closed seats and cards true
   * everywhere.
   *
   * @param workstation the seat acted on; null where it was none
   * @param person whose session or card it was; null where it was nobody's
   * @param card the card's number as the reader gave it; null unless one was registered
   */
  record StaffActed(
      Stamp at,
      PersonId staff,
      StaffAct act,
      @Nullable WorkstationId workstation,
      @Nullable PersonId person,
      @Nullable String card)
      implements SiteRecord {
    public StaffActed {
      if ((act == StaffAct.REGISTERED_CARD) != (card != null)) {
        throw new IllegalArgumentException("a card is registered, and nothing else: " + act);
      }
    }

    /** Without the card's number. */
    @Override
    public String toString() {
      return "StaffActed[" + staff + " " + act + " " + workstation + " " + person + "]";
    }
  }

  /**
   * What people answered when they left, over some days. Never fewer than five answers, so that
   * nobody's can be told from when they sat.
   *
   * @param first local date of the first answer
   * @param last local date of the last
   */
  record MoodsCounted(Stamp at, LocalDate first, LocalDate last, int good, int soSo, int bad)
      implements SiteRecord {
    /** Fewer are not told. */
    public static final int LEAST = 5;

    public MoodsCounted {
      if (good < 0 || soSo < 0 || bad < 0 || good + soSo + bad < LEAST || last.isBefore(first)) {
        throw new IllegalArgumentException(
            "answers " + good + ", " + soSo + ", " + bad + " from " + first + " to " + last);
      }
    }
  }

  /** Somebody wanted a seat now and got none. */
  record DemandRefused(Stamp at, RefusedDemand reason) implements SiteRecord {}

  /**
   * Somebody waits no more. It says how good the estimate was, and not who it was.
   *
   * @param lab the lab they waited for, or that of the seat they were called to; null when they
   *     would have taken any and were not called
   * @param drawnAt when they drew their number
   * @param stated the wait they were told then; null when nobody could say
   * @param waited from then until a seat was theirs, held or taken; null if none ever was
   */
  record TicketClosed(
      Stamp at,
      @Nullable LabId lab,
      Instant drawnAt,
      @Nullable Duration stated,
      @Nullable Duration waited,
      TicketFate fate)
      implements SiteRecord {
    public TicketClosed {
      drawnAt = Millis.of(drawnAt);
      stated = stated == null ? null : Millis.of(stated);
      waited = waited == null ? null : Millis.of(waited);
      if ((stated != null && stated.isNegative()) || (waited != null && waited.isNegative())) {
        throw new IllegalArgumentException("a wait is negative: " + stated + ", " + waited);
      }
    }
  }

  /**
   * A record that this program cannot read: a newer or a damaged one. Never sent; it stands where
   * the unreadable record stood, so that the numbers of a stream stay whole and the text can be
   * kept aside.
   */
  record Unreadable(Stamp at, String json, String why) implements SiteRecord {}
}
