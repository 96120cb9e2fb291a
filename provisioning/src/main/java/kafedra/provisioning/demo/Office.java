package kafedra.provisioning.demo;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.provisioning.demo.CardHolder.NumberAndPin;

/** What a member of staff does at the controller while the district is opened. */
public interface Office {
  /** Whether an import is tried or done. */
  enum Mode {
    PREVIEW,
    APPLY
  }

  /**
   * What became of a roster's rows.
   *
   * @param rejections the rejected rows
   */
  record Imported(int added, int updated, int unchanged, List<Rejection> rejections) {
    public Imported {
      rejections = List.copyOf(rejections);
    }

    /** Rows that are in the roster now. */
    public int kept() {
      return added + updated + unchanged;
    }
  }

  /**
   * A row that was not taken.
   *
   * @param line of the file, from 1
   * @param reason for people
   */
  record Rejection(int line, String reason) {}

  /** Whom a booking is for. */
  sealed interface Guest {
    /** One person. */
    record One(PersonId person) implements Guest {}

    /** So many seats for a group. */
    record Several(GroupId group, int seats) implements Guest {}
  }

  /** A booking as staff would make it. */
  record Wish(LabId lab, Guest guest, TimeSlot slot, String purpose) {}

  /** The answer to a wish. */
  sealed interface Answer {
    /** It stands, now or since an earlier run. */
    record Booked() implements Answer {}

    /** It was refused. */
    record Refused(String reason) implements Answer {}
  }

  /** Takes in a Moodle users CSV. */
  Imported importRoster(SchoolId school, byte[] csv, Mode mode);

  /** A person by name, last name first, and class. */
  Optional<PersonId> findPerson(SchoolId school, String fullName, String schoolClass);

  /** A group by name. */
  Optional<GroupId> findGroup(SchoolId school, String name);

  /** Gives a person a card and, perhaps, a number with a PIN. */
  void setCredentials(PersonId person, String card, Optional<NumberAndPin> pin);

  Answer book(BookingId booking, Wish wish);
}
