package kafedra.kiosk.device;

/** The buzzer at the kiosk's front. */
public interface Buzzer {
  /** How it sounds. */
  enum Sound {
    ONE_SHORT,
    TWO_SHORT
  }

  /** Sounds and returns at once. */
  void sound(Sound sound);
}
