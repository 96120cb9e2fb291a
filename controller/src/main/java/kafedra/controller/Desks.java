package kafedra.controller;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kafedra.controller.access.AuditLog;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Clearing;
import kafedra.controller.booking.DistrictRooms;
import kafedra.controller.booking.Facts;
import kafedra.controller.booking.KioskRequests;
import kafedra.controller.booking.NoShowRelease;
import kafedra.controller.booking.RosterGrades;
import kafedra.controller.booking.RosterHomes;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.CalendarStore;
import kafedra.controller.closing.ClosingDesk;
import kafedra.controller.closing.ClosureStore;
import kafedra.controller.closing.PlanDesk;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.command.CommandSender;
import kafedra.controller.command.CommandStore;
import kafedra.controller.command.OneSession;
import kafedra.controller.fault.SeatFaults;
import kafedra.controller.fleet.ContactStore;
import kafedra.controller.fleet.LineStore;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.fleet.MeasuredLines;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenTime;
import kafedra.controller.norm.ScreenTimeElsewhere;
import kafedra.controller.policy.Needs;
import kafedra.controller.policy.NoShows;
import kafedra.controller.policy.Policies;
import kafedra.controller.policy.SeatRules;
import kafedra.controller.replica.ReplicaContents;
import kafedra.controller.replica.ReplicaDesk;
import kafedra.controller.replica.ReplicaSender;
import kafedra.controller.replica.ReplicaStore;
import kafedra.controller.replica.ScreenItems;
import kafedra.controller.roster.EntryCodes;
import kafedra.controller.roster.Roster;
import kafedra.controller.session.Sessions;

/** The features that kiosks and people meet in, put together: what one changes, others hear of. */
final class Desks {
  /** A replica of a building that is gone is kept this long, in case it comes back. */
  private static final Duration GONE_KEPT = Duration.ofDays(30);

  /** What the features need of the world outside. */
  record World(
      Roster roster,
      Calendar calendar,
      BookingStore bookings,
      Agreements agreements,
      LineStore lines,
      Policies policies,
      Norms norms,
      ScreenTime screenTime,
      ScreenTimeElsewhere screenTimeElsewhere,
      NoShows noShows,
      Needs needs,
      SeatRules seatRules,
      ClosureStore closures,
      Sessions sessions,
      ContactStore contacts,
      EntryCodes codes,
      SeatFaults faults,
      ReplicaStore replicas,
      CommandStore commands,
      AuditLog audit,
      ReplicaSender replicaSender,
      CommandSender commandSender,
      InstantSource clock) {}

  private final World world;
  private final LiveDistrict live;
  private final ReplicaDesk replica;
  private final DistrictRooms rooms;
  private final BookingDesk bookings;
  private final NoShowRelease release;
  private final ClosingDesk closings;
  private final CommandDesk commands;

  Desks(World world) {
    this.world = world;
    InstantSource clock = world.clock();
    Roster roster = world.roster();
    live = new LiveDistrict(roster, world.contacts(), clock);
    rooms = new DistrictRooms(roster, world.calendar());
    bookings = new BookingDesk(world.bookings(), rooms, facts(), clock, this::tell);
    release =
        new NoShowRelease(
            bookings,
            school -> world.calendar().of(school).map(hours -> hours.rules().grace()),
            live::hasAllUpTo);
    closings =
        new ClosingDesk(world.closures(), world.calendar(), new Clearing(bookings, rooms, clock));
    replica =
        new ReplicaDesk(
            roster,
            new ReplicaContents(
                roster,
                world.calendar(),
                bookings,
                new PepperVerification(),
                world.needs(),
                new ScreenItems(world.policies(), world.norms(), world.screenTimeElsewhere()),
                world.codes(),
                world.policies()),
            world.replicas(),
            world.replicaSender(),
            clock);
    commands =
        new CommandDesk(
            world.commands(), world.sessions(), live, roster, world.commandSender(), clock);
  }

  private Facts facts() {
    return new Facts(
        world.policies()::of,
        world.norms(),
        world.screenTime(),
        world.noShows(),
        world.needs()::of,
        world.seatRules(),
        new RosterGrades(world.roster()),
        new RosterHomes(world.roster()),
        world.agreements(),
        new MeasuredLines(world.roster(), world.lines(), world.clock()));
  }

  private void tell(Booking changed) {
    replica.note(changed.building());
    live.changed(changed.lab());
  }

  LiveDistrict live() {
    return live;
  }

  /** Rooms as pages show them. */
  LiveRooms liveRooms() {
    return new LiveRooms(
        world.roster(), bookings, world.sessions(), live, world.faults(), world.clock());
  }

  ReplicaDesk replica() {
    return replica;
  }

  BookingDesk bookings() {
    return bookings;
  }

  ClosingDesk closings() {
    return closings;
  }

  /** Changes of school years, that reach bookings as closures do. */
  PlanDesk plans(CalendarStore store) {
    return new PlanDesk(store, world.calendar(), new Clearing(bookings, rooms, world.clock()));
  }

  /** Requests that kiosks kept while the line was cut. */
  KioskRequests kioskRequests() {
    return new KioskRequests(bookings, rooms);
  }

  /**
   * Looks after bookings whose time passes: holds lapse, seats that nobody came for are given on.
   */
  void tickBookings(Instant now) {
    bookings.tick(now);
    release.tick(now);
  }

  /** The policy that nobody sits at two places. */
  OneSession oneSession() {
    return new OneSession(world.sessions(), live, commands, world.audit(), world.clock());
  }

  CommandDesk commands() {
    return commands;
  }

  /** What is looked at again now and then, so that nothing missed stays missed. */
  void keepHouse() {
    bookings.forgetOld(world.clock().instant());
    replica.noteAll();
    live.keepContacts();
    commands.forgetOld(world.clock().instant());
    replica.forgetGone(world.clock().instant().minus(GONE_KEPT));
  }
}
