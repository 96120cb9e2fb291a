package kafedra.controller.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Turns;

/**
 * The rules of one school, complete: what was never said is filled with the usual.
 *
 * @param version 0 until the school first sets its rules, one more with each change
 */
public record PolicySettings(
    SchoolId school,
    int version,
    Map<PolicyName, Force> forces,
    Map<PolicyNumber, Integer> numbers) {
  public PolicySettings {
    Map<PolicyName, Force> allForces = new EnumMap<>(PolicyName.class);
    for (PolicyName name : PolicyName.values()) {
      Force force = forces.getOrDefault(name, name.usual());
      if (!name.allows(force)) {
        throw new IllegalArgumentException(
            name + " cannot be " + force + "; it is one of " + name.forces());
      }
      allForces.put(name, force);
    }
    Map<PolicyNumber, Integer> allNumbers = new EnumMap<>(PolicyNumber.class);
    for (PolicyNumber number : PolicyNumber.values()) {
      int value = numbers.getOrDefault(number, number.usual());
      if (!number.allows(value)) {
        throw new IllegalArgumentException(
            number
                + " is "
                + value
                + "; "
                + number.least()
                + " to "
                + number.most()
                + " are possible");
      }
      allNumbers.put(number, value);
    }
    forces = Map.copyOf(allForces);
    numbers = Map.copyOf(allNumbers);
  }

  /** What holds for a school that has said nothing. */
  public static PolicySettings usual(SchoolId school) {
    return new PolicySettings(school, 0, Map.of(), Map.of());
  }

  /** Every rule off. */
  public static PolicySettings lenient(SchoolId school) {
    Map<PolicyName, Force> off = new EnumMap<>(PolicyName.class);
    for (PolicyName name : PolicyName.values()) {
      off.put(name, Force.OFF);
    }
    return new PolicySettings(school, 0, off, Map.of());
  }

  /** The same with one rule held otherwise. */
  public PolicySettings with(PolicyName name, Force force) {
    Map<PolicyName, Force> changed = new EnumMap<>(forces);
    changed.put(name, force);
    return new PolicySettings(school, version, changed, numbers);
  }

  /** The same with one number set otherwise. */
  public PolicySettings with(PolicyNumber number, int value) {
    Map<PolicyNumber, Integer> changed = new EnumMap<>(numbers);
    changed.put(number, value);
    return new PolicySettings(school, version, forces, changed);
  }

  public Force force(PolicyName name) {
    return forces.getOrDefault(name, Force.OFF);
  }

  public boolean isOff(PolicyName name) {
    return force(name) == Force.OFF;
  }

  public int number(PolicyNumber number) {
    return numbers.getOrDefault(number, number.usual());
  }

  /** What kiosks owe to those who wait. */
  public Turns turns() {
    return new Turns(
        isOff(PolicyName.EXTENSION_STOP) ? null : number(PolicyNumber.QUEUE_STOPS),
        isOff(PolicyName.CALL_RELEASE) ? null : length(PolicyNumber.CALL_HELD));
  }

  /** A number that counts minutes or days, as a length. */
  public Duration length(PolicyNumber number) {
    return switch (number.unit()) {
      case MINUTES -> Duration.ofMinutes(number(number));
      case DAYS -> Duration.ofDays(number(number));
      case TIMES, BOOKINGS, RANK, PEOPLE ->
          throw new IllegalArgumentException(number + " counts " + number.unit() + ", no time");
    };
  }
}
