package kafedra.controller.timetable;

/** Understands the bytes of a timetable file, of whatever format. */
@FunctionalInterface
public interface TimetableReader {
  /** Never fails: what cannot be read is {@link TimetableFile.Refused}. */
  TimetableFile read(byte[] file, Reading reading);
}
