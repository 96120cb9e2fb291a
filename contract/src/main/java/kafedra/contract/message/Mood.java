package kafedra.contract.message;

/** How somebody found their time at a seat. */
public enum Mood {
  GOOD,
  SO_SO,
  BAD
}
