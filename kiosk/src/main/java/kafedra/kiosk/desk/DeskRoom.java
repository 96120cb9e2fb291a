package kafedra.kiosk.desk;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kafedra.contract.message.Health;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.help.Calls;
import kafedra.kiosk.help.FaultReports;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.line.LineMeter;
import kafedra.kiosk.line.LineProbe;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Requests;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.seat.HealthRecords;
import kafedra.kiosk.seat.MachineWaker;
import kafedra.kiosk.seat.SeatActs;
import kafedra.kiosk.seat.SeatCommands;
import kafedra.kiosk.seat.SeatOrders;
import kafedra.kiosk.seat.SeatServices;
import kafedra.kiosk.session.Foresight;
import kafedra.kiosk.session.Room;
import kafedra.kiosk.session.ScreenBudget;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.AttemptLimit;
import kafedra.kiosk.signin.CardToCome;
import kafedra.kiosk.signin.Classes;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.signin.SignIn;
import kafedra.kiosk.signin.Visits;
import kafedra.kiosk.survey.Moods;
import kafedra.kiosk.upkeep.Troubles;

/** The features put together, going on from what the journal holds. */
public final class DeskRoom {
  /**
   * What the features need of the world outside.
   *
   * @param random for numbers that tell nothing
   */
  public record World(
      Journal journal,
      DeviceClock clock,
      WallClock wallClock,
      SeatOrders orders,
      SeatCommands seatCommands,
      MachineWaker waker,
      Announcements announcements,
      Cues cues,
      Runnable openDoor,
      Proofs proofs,
      LineMeter lineMeter,
      Supplier<Health> machine,
      Troubles troubles,
      RandomGenerator random,
      String version) {}

  /**
   * What sets the wall clock.
   *
   * @param heard takes the controller's time
   * @param isSystemSet whether the operating system's clock was set by network time
   * @param systemIsSet told so
   */
  public record WallClock(
      Consumer<Instant> heard, BooleanSupplier isSystemSet, Runnable systemIsSet) {}

  private final Desk desk;
  private final BookingDesk bookings;
  private final HelpDesk help;
  private final StaffDesk staff;
  private final Counter counter;
  private final SiteViews siteViews;

  public DeskRoom(World world) {
    Journal journal = world.journal();
    DeviceClock clock = world.clock();
    Replica replica =
        new Replica(journal.replica(), journal.outdatedReplica(), journal.replicaVersion());
    Timetable timetable = new Timetable(replica, clock);
    Requests requests = new Requests(journal, clock);
    requests.recover();
    Sessions sessions = new Sessions(journal, clock);
    Timekeeper timekeeper =
        new Timekeeper(
            journal,
            sessions,
            clock,
            world.wallClock(),
            journal.enter(clock.boot()).isPresent() ? ClockTrust.TRUSTED : ClockTrust.UNTRUSTED);
    sessions.recover();
    Waiting waiting = new Waiting(journal, clock, world.random());
    waiting.recover(replica.turns().heldAtMost());
    SeatServices services = new SeatServices(replica, journal);
    services.recover();
    Agents agents = new Agents(world.orders(), clock, UUID.randomUUID().toString());
    Room room = new Room(replica, timetable, agents, sessions, waiting, services);
    ScreenBudget budget = new ScreenBudget(replica, sessions, journal, clock);
    Seating seating =
        new Seating(replica, timetable, agents, sessions, waiting, room, budget, clock);
    Foresight foresight = new Foresight(replica, timetable, sessions, waiting, room, clock);
    QueueDesk queue =
        new QueueDesk(replica, timetable, sessions, waiting, room, foresight, world.cues(), clock);
    Visits visits = new Visits(clock);
    Calls calls = new Calls(clock);
    Moods moods = new Moods(replica, journal, world.random(), clock);
    CardToCome cardToCome = new CardToCome();
    Classes classes = new Classes(replica, timetable, clock);
    Floor floor =
        new Floor(
            replica,
            agents,
            sessions,
            queue,
            room,
            seating,
            journal,
            world.announcements(),
            world.cues(),
            clock);
    Upstream upstream =
        new Upstream(
            replica,
            requests,
            journal,
            world.announcements(),
            world.wallClock().heard().andThen(_ -> timekeeper.look()),
            new LineProbe(clock, world.random()),
            clock);
    VisitViews visitViews =
        new VisitViews(
            replica,
            timetable,
            requests,
            agents,
            sessions,
            waiting,
            room,
            foresight,
            seating,
            budget,
            calls,
            cardToCome,
            moods,
            visits,
            clock);
    siteViews =
        new SiteViews(
            replica, timetable, sessions, waiting, room, foresight, calls, classes, upstream,
            clock);
    Attendance attendance = new Attendance(visits, visitViews, world.cues());
    help =
        new HelpDesk(
            attendance,
            replica,
            sessions,
            calls,
            new FaultReports(journal, clock),
            journal,
            world.announcements(),
            world.cues(),
            clock);
    staff =
        new StaffDesk(
            attendance,
            replica,
            sessions,
            seating,
            services,
            floor,
            cardToCome,
            world.proofs(),
            journal,
            clock);
    SignIn signIn =
        new SignIn(
            replica, world.proofs(), new AttemptLimit(journal, clock), classes, journal, clock);
    bookings = new BookingDesk(attendance, replica, timetable, requests, clock);
    desk =
        new Desk(
            replica,
            sessions,
            queue,
            seating,
            signIn,
            attendance,
            moods,
            staff,
            floor,
            journal,
            world.cues(),
            clock);
    Commands commands =
        new Commands(
            replica,
            agents,
            sessions,
            seating,
            floor,
            queue,
            help,
            new SeatActs(world.seatCommands(), clock),
            world.waker(),
            journal,
            world.announcements(),
            clock);
    counter =
        new Counter(
            new Counter.Parts(
                desk,
                bookings,
                help,
                floor,
                upstream,
                timekeeper,
                services,
                commands,
                new HealthRecords(journal, clock),
                world.lineMeter(),
                waiting,
                new QueueTeller(waiting, foresight, world.announcements(), clock),
                visits,
                siteViews,
                journal,
                world.announcements(),
                world.machine(),
                world.troubles(),
                world.openDoor(),
                world.version()),
            clock);
  }

  public Desk desk() {
    return desk;
  }

  public BookingDesk bookings() {
    return bookings;
  }

  public HelpDesk help() {
    return help;
  }

  public StaffDesk staff() {
    return staff;
  }

  public Counter counter() {
    return counter;
  }

  public SiteViews siteViews() {
    return siteViews;
  }
}
