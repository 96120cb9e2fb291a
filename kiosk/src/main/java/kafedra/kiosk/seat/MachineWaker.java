package kafedra.kiosk.seat;

/** Switches machines of the building on over its network. */
@FunctionalInterface
public interface MachineWaker {
  /**
   * Sends the call; whether a machine hears it shows when its agent reports.
   *
   * @param address of its network card, six pairs of hexadecimal digits with colons
   */
  void wake(String address);
}
