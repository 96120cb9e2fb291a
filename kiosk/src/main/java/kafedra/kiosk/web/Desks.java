package kafedra.kiosk.web;

import kafedra.kiosk.desk.BookingDesk;
import kafedra.kiosk.desk.Desk;
import kafedra.kiosk.desk.DeskRoom;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.desk.HelpDesk;
import kafedra.kiosk.desk.StaffDesk;

/** Whom the screen's requests go to, and the one thread that they work on. */
public record Desks(
    DeskThread thread, Desk desk, BookingDesk bookings, HelpDesk help, StaffDesk staff) {
  public static Desks of(DeskThread thread, DeskRoom room) {
    return new Desks(thread, room.desk(), room.bookings(), room.help(), room.staff());
  }
}
