package kafedra.controller.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SeriesId;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Series;

/**
 * What a group's journals come to: of a booking that changes more than once only the last state is
 * written, and every act is kept.
 */
final class Sum {
  /**
   * @param before as it stands in the store; empty for a new one
   */
  record Change(Optional<Booking> before, Booking after) {
    /** Whether its seats must be written anew. */
    boolean moves() {
      return before
          .filter(it ->
              it.seats().equals(after.seats())
                  && it.lab().equals(after.lab())
                  && it.slot().equals(after.slot())
                  && it.isLive() == after.isLive())
          .isEmpty();
    }
  }

  record Note(Booking booking, Act act) {}

  private final Map<SeriesId, Series> series = new LinkedHashMap<>();
  private final Map<BookingId, Change> changes = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Clearance> clearances = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();

  static Sum of(List<Entry> entries) {
    Sum sum = new Sum();
    entries.forEach(sum::add);
    return sum;
  }

  private void add(Entry entry) {
    switch (entry) {
      case Entry.Entered it -> {
        changes.put(it.booking().id(), new Change(Optional.empty(), it.booking()));
        notes.add(new Note(it.booking(), it.act()));
      }
      case Entry.Replaced it -> {
        become(it.before(), it.after());
        notes.add(new Note(it.after(), it.act()));
      }
      case Entry.CheckedIn it -> become(it.booking(), it.booking());
      case Entry.Settled it -> clearances.add(it.clearance());
      case Entry.Attached it -> attachments.add(it.attachment());
      case Entry.Together it -> series.putIfAbsent(it.series().id(), it.series());
    }
  }

  private void become(Booking before, Booking after) {
    changes.merge(
        after.id(),
        new Change(Optional.of(before), after),
        (first, then) -> new Change(first.before(), then.after()));
  }

  List<Series> series() {
    return List.copyOf(series.values());
  }

  /** In the order of their ids, so that two controllers lock rows in one order. */
  List<Change> replaced() {
    return changes.values().stream()
        .filter(it -> it.before().isPresent())
        .sorted((one, other) -> one.after().id().value().compareTo(other.after().id().value()))
        .toList();
  }

  List<Booking> entered() {
    return changes.values().stream()
        .filter(it -> it.before().isEmpty())
        .map(Change::after)
        .toList();
  }

  /** Those whose seats are written, because they are new or have moved. */
  List<Booking> seated() {
    return changes.values().stream().filter(Change::moves).map(Change::after).toList();
  }

  List<Note> notes() {
    return List.copyOf(notes);
  }

  List<Clearance> clearances() {
    return List.copyOf(clearances);
  }

  List<Attachment> attachments() {
    return List.copyOf(attachments);
  }
}
