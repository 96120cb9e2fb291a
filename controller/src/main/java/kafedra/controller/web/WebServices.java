package kafedra.controller.web;

import java.time.InstantSource;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.closing.ClosingDesk;
import kafedra.controller.closing.PlanDesk;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.feed.FeedContents;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.fleet.Devices;
import kafedra.controller.fleet.Lines;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.intake.IntakeFigures;
import kafedra.controller.norm.Norms;
import kafedra.controller.policy.Needs;
import kafedra.controller.policy.Policies;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.CodeDesk;
import kafedra.controller.roster.People;
import kafedra.controller.roster.PinDesk;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterImports;
import kafedra.controller.timetable.TimetableDesk;
import kafedra.controller.usage.MoodReport;
import kafedra.controller.usage.UsageReports;

/**
 * What the web speaks for.
 *
 * @param version of the program
 */
public record WebServices(
    String version,
    InstantSource clock,
    SignInDesk signIn,
    AuditLog audit,
    Roster roster,
    People people,
    PinDesk pins,
    CodeDesk codes,
    RosterImports imports,
    FeedDesk feeds,
    FeedContents feedContents,
    Calendar calendar,
    Agreements agreements,
    PlanDesk plans,
    ClosingDesk closings,
    BookingDesk bookings,
    SiteKnowledge site,
    LiveRooms rooms,
    QueueServices queue,
    CommandDesk commands,
    SeatCare seats,
    Devices devices,
    Lines lines,
    IntakeFigures intake,
    UsageReports usage,
    MoodReport moods,
    Policies policies,
    Needs needs,
    Norms norms,
    TimetableDesk timetables) {}
