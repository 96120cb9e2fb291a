package kafedra.controller.command;

/** What came of asking for something to be done in a building. */
public sealed interface Issue {
  /** It is kept, and on its way or ended. */
  record Issued(IssuedCommand command) implements Issue {}

  /** No session of this id was reported, or it is over. */
  record NoSuchSession() implements Issue {}

  /** The lab has no such workstation. */
  record NoSuchWorkstation() implements Issue {}

  record NoSuchPerson() implements Issue {}
}
