package kafedra.contract.message;

/** How a person proved who they are at the kiosk. */
public enum SignInMethod {
  CARD,
  PIN,
  /** A code for one time, from the librarian. */
  CODE,
  STAFF
}
