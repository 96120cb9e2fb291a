package kafedra.controller.files;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Spot;

/**
 * A calendar's lines after unfolding. It is done on bytes, because programs fold at 75 bytes and so
 * cut Cyrillic letters in two (RFC 5545, 3.1, warns of it).
 *
 * @param lines where each line of {@code text} begins in the file, from 1
 * @param events where each event begins in the file
 */
record UnfoldedCalendar(FileText text, List<Integer> lines, List<Integer> events) {
  /**
   * @throws Unreadable when the calendar is torn
   */
  static UnfoldedCalendar of(byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    List<Integer> lines = new ArrayList<>();
    int line = 1;
    lines.add(1);
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\r' && i + 1 < file.length && file[i + 1] == '\n') {
        continue;
      }
      if (file[i] != '\n' && file[i] != '\r') {
        bytes.write(file[i]);
        continue;
      }
      line++;
      if (i + 1 < file.length && (file[i + 1] == ' ' || file[i + 1] == '\t')) {
        i++;
      } else {
        bytes.write('\n');
        lines.add(line);
      }
    }
    FileText text = FileText.of(bytes.toByteArray());
    return new UnfoldedCalendar(text, List.copyOf(lines), events(text.text(), lines));
  }

  /** Whatever begins must end, in order: biweekly takes a torn calendar for a whole one. */
  private static List<Integer> events(String text, List<Integer> lines) {
    List<Integer> events = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean began = false;
    String[] all = text.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      String line = all[i].strip().toUpperCase(Locale.ROOT);
      if (line.startsWith("BEGIN:")) {
        String name = line.substring(6);
        began = true;
        open.add(name);
        if (name.equals("VEVENT")) {
          events.add(lines.get(i));
        }
      } else if (line.startsWith("END:")
          && (open.isEmpty() || !open.removeLast().equals(line.substring(4)))) {
        throw new Unreadable(Spot.line(lines.get(i)), FileFault.BROKEN_CALENDAR, "END", "");
      }
    }
    if (!began || !open.isEmpty()) {
      throw new Unreadable(Spot.line(lines.getLast()), FileFault.BROKEN_CALENDAR, "END", "");
    }
    return List.copyOf(events);
  }

  Spot event(int index) {
    return new Spot(events.get(index), "VEVENT");
  }

  /** The event that a line of the unfolded text (from 1) belongs to; -1 when it is before any. */
  int eventAt(int unfolded) {
    int inFile = unfolded <= lines.size() ? lines.get(unfolded - 1) : 0;
    int found = -1;
    for (int i = 0; i < events.size() && events.get(i) <= inFile; i++) {
      found = i;
    }
    return found;
  }
}
