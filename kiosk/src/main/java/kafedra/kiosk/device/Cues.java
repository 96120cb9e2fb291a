package kafedra.kiosk.device;

import java.time.Duration;

/** What the kiosk's front says, by light and by sound together: neither is needed alone. */
public final class Cues {
  private static final Duration SHOWN = Duration.ofSeconds(2);

  private final Lights lights;
  private final Buzzer buzzer;

  public Cues(Lights lights, Buzzer buzzer) {
    this.lights = lights;
    this.buzzer = buzzer;
  }

  /** For a kiosk without lights and buzzer. */
  public static Cues none() {
    return new Cues((colour, length) -> {}, sound -> {});
  }

  /** It worked. */
  public void fine() {
    lights.show(Lights.Colour.GREEN, SHOWN);
    buzzer.sound(Buzzer.Sound.ONE_SHORT);
  }

  /** It was refused. */
  public void refused() {
    lights.show(Lights.Colour.RED, SHOWN);
    buzzer.sound(Buzzer.Sound.TWO_SHORT);
  }

  /** Somebody should look: a number was called, a librarian is wanted. */
  public void attention() {
    lights.show(Lights.Colour.AMBER, SHOWN.multipliedBy(5));
    buzzer.sound(Buzzer.Sound.ONE_SHORT);
  }
}
