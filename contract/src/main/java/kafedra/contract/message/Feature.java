package kafedra.contract.message;

/** What a workstation offers beyond a screen and a keyboard. */
public enum Feature {
  LINUX,
  WINDOWS,
  WEBCAM,
  HEADSET,
  ACCESSIBLE
}
