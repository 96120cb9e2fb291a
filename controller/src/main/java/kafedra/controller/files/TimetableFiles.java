package kafedra.controller.files;

import java.util.Locale;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Reading;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.TimetableLimits;
import kafedra.controller.timetable.TimetableReader;

/** Reads timetable files by what is in them, whatever they are called. */
public final class TimetableFiles implements TimetableReader {
  @Override
  public TimetableFile read(byte[] file, Reading reading) {
    try {
      return dispatch(file, reading);
    } catch (Unreadable unreadable) {
      return new TimetableFile.Refused(unreadable.problem());
    }
  }

  private static TimetableFile dispatch(byte[] file, Reading reading) {
    if (file.length > TimetableLimits.FILE_BYTES) {
      throw new Unreadable(FileFault.FILE_TOO_LARGE);
    }
    FileText text = FileText.of(file);
    String begin = text.text().stripLeading();
    if (begin.isEmpty()) {
      throw new Unreadable(FileFault.EMPTY);
    }
    if (text.text().indexOf('\0') >= 0) {
      throw new Unreadable(FileFault.BINARY);
    }
    if (begin.startsWith("<")) {
      return xml(file);
    }
    return begin.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)
        ? ICalendarFile.read(file, reading)
        : TimetableCsv.read(file, text);
  }

  private static TimetableFile xml(byte[] file) {
    FileText text = XmlText.of(file);
    Element root = XmlTree.parse(text.text());
    return switch (root.name().toLowerCase(Locale.ROOT)) {
      case "timetable" -> AscXml.read(root).as(TimetableFile.Format.ASC, text.encoding());
      case "fet" -> FetXml.read(root).as(TimetableFile.Format.FET, text.encoding());
      default -> throw new Unreadable(root.spot(), FileFault.UNKNOWN_XML, "", root.name());
    };
  }
}
