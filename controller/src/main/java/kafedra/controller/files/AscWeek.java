package kafedra.controller.files;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.Mask;
import kafedra.controller.timetable.Periods;

/**
 * The shape of an aSc timetable: its periods, and what the signs of its masks mean.
 *
 * <p>A mask of another length than the rest means that the shape was misunderstood. Then no day of
 * the file can be believed, and the whole file is refused.
 *
 * @param hours of each period that has times
 * @param dayNames what each sign of {@code days} means
 */
record AscWeek(Map<Integer, Hours> hours, List<DayOfWeek> dayNames, int weekSigns, int termSigns) {

  static AscWeek of(Element root) {
    int daySigns = signs(root, "days", 7);
    return new AscWeek(
        hours(root), dayNames(root, daySigns), signs(root, "weeks", 60), signs(root, "terms", 60));
  }

  private static Map<Integer, Hours> hours(Element root) {
    Map<Integer, Hours> hours = new HashMap<>();
    for (Element period : root.all("periods", "period").toList()) {
      OptionalInt number = Numbers.whole(period.attribute("period"), 0, Periods.HIGHEST);
      number.ifPresent(it ->
          ClockWords.hours(period.attribute("starttime"), period.attribute("endtime"))
              .ifPresent(between -> hours.put(it, between)));
    }
    return hours;
  }

  /** How many signs a mask has: as in the definitions, else as in the first card; else 0. */
  private static int signs(Element root, String kind, int most) {
    List<Element> bearers = new ArrayList<>(root.all(kind + "defs", kind + "def").toList());
    root.all("cards", "card").filter(card -> !card.attribute(kind).isEmpty()).forEach(bearers::add);
    int signs = 0;
    for (Element bearer : bearers) {
      for (String mask : bearer.attribute(kind).split(",", -1)) {
        if (!Mask.isBits(mask.strip())) {
          continue;
        }
        int length = mask.strip().length();
        if (length > most) {
          throw new Unreadable(bearer.spot(), FileFault.TOO_MANY_DAYS, kind, mask);
        }
        if (signs != 0 && length != signs) {
          throw new Unreadable(bearer.spot(), FileFault.MASK_LENGTH, kind, mask);
        }
        signs = length;
      }
    }
    return signs;
  }

  /** By the names of the definitions, where those are weekdays that we know; else from Monday. */
  private static List<DayOfWeek> dayNames(Element root, int signs) {
    List<DayOfWeek> days = new ArrayList<>();
    for (int i = 0; i < signs; i++) {
      days.add(DayOfWeek.of(i + 1));
    }
    for (Element day : root.all("daysdefs", "daysdef").toList()) {
      String mask = day.attribute("days");
      if (Mask.isBits(mask) && mask.chars().filter(sign -> sign == '1').count() == 1) {
        DayWords.find(day.attribute("name")).ifPresent(known -> days.set(mask.indexOf('1'), known));
      }
    }
    return List.copyOf(days);
  }

  /** The days of a card; none when its mask is unusable, which is noted. */
  List<DayOfWeek> days(LessonDraft draft, Element card) {
    String bits = card.attribute("days");
    List<DayOfWeek> found = new ArrayList<>();
    if (Mask.isBits(bits)) {
      for (int i = 0; i < bits.length(); i++) {
        if (bits.charAt(i) == '1') {
          found.add(dayNames.get(i));
        }
      }
    }
    if (found.isEmpty()) {
      draft.wrong(FileFault.BAD_MASK, "days", bits);
    }
    return found;
  }

  Mask weeks(LessonDraft draft, Element card) {
    return mask(draft, card, "weeks", weekSigns);
  }

  Mask terms(LessonDraft draft, Element card) {
    return mask(draft, card, "terms", termSigns);
  }

  private static Mask mask(LessonDraft draft, Element card, String kind, int signs) {
    String bits = card.attribute(kind);
    if (bits.isEmpty()) {
      return signs == 0 ? Mask.EACH : new Mask("1".repeat(signs));
    }
    if (!Mask.isBits(bits) || bits.indexOf('1') < 0) {
      draft.wrong(FileFault.BAD_MASK, kind, bits);
      return Mask.EACH;
    }
    return new Mask(bits);
  }
}
