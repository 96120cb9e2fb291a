package kafedra.contract.message;

/** What a disk says of itself. */
public enum DiskHealth {
  SOUND,
  /** It warns of its end: copy what matters, and replace it. */
  FAILING,
  /** It says nothing, or may not be asked. */
  UNTOLD
}
