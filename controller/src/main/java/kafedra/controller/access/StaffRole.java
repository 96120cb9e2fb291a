package kafedra.controller.access;

/** What somebody of the staff does. */
public enum StaffRole {
  /** Runs the rooms: books, seats, ends; keeps the roster. */
  LIBRARIAN,
  /** Keeps devices and lines alive. */
  SYSADMIN,
  /** Looks at hours over schools; sees no names. */
  COORDINATOR
}
