package kafedra.controller.roster;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.PersonId;
import kafedra.controller.access.Stretching;
import kafedra.controller.roster.Credentials.StretchedPin;

/**
 * Gives PINs to people, so that they can be printed once. A PIN costs about 50 ms to stretch, so an
 * import of thousands gives none; a class gets them when its slips are printed
 * (docs/decisions/0009-pins-when-printed.md).
 */
public final class PinDesk {
  /** Slips in one call at the most: about 5 s of one processor. */
  public static final int MOST = 100;

  private final People people;
  private final Stretching stretching;
  private final SecureRandom random = new SecureRandom();

  public PinDesk(People people, Stretching stretching) {
    this.people = people;
    this.stretching = stretching;
  }

  /** Somebody's PIN, to be handed over and forgotten here. */
  public record Slip(Person person, String number, Pin pin) {}

  /**
   * Gives new PINs to the first {@value #MOST} of these people who have a number. Returns after the
   * commit.
   */
  public List<Slip> issue(List<Member> members) {
    List<Slip> slips = new ArrayList<>();
    Map<PersonId, StretchedPin> pins = new LinkedHashMap<>();
    for (Member member : members) {
      String number = member.credentials().number();
      if (number != null && slips.size() < MOST) {
        Pin pin = Pin.draw(random::nextInt);
        slips.add(new Slip(member.person(), number, pin));
        pins.put(member.person().id(), stretched(pin));
      }
    }
    people.provePins(pins);
    return slips;
  }

  public StretchedPin stretched(Pin pin) {
    String salt = stretching.newSalt();
    return new StretchedPin(salt, stretching.stretch(pin.digits(), salt));
  }
}
