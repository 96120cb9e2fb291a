package kafedra.provisioning.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a district on one machine, side by side so that one number moves them all.
 *
 * @param first the controller's; the kiosks, the district broker and the site brokers follow
 * @param kiosks how many kiosks there are
 */
public record DemoPorts(int first, int kiosks) {
  /** Where the district is found unless it is moved. */
  public static final int USUAL = 8080;

  /** A port and who wants it. */
  public record Wanted(int port, String program) {}

  public DemoPorts {
    int last = first + 2 * kiosks + 1;
    if (first < 1 || last > 65_535) {
      throw new IllegalArgumentException(
          "ports " + first + " to " + last + " are not all within 1 to 65535");
    }
  }

  public int controller() {
    return first;
  }

  /**
   * @param index of the kiosk, from 0
   */
  public int kiosk(int index) {
    return first + 1 + index;
  }

  public int districtBroker() {
    return first + kiosks + 1;
  }

  /**
   * @param index of the kiosk whose broker it is, from 0
   */
  public int siteBroker(int index) {
    return first + kiosks + 2 + index;
  }

  /** All of them, in rising order. */
  public List<Wanted> all() {
    List<Wanted> all = new ArrayList<>();
    all.add(new Wanted(controller(), "controller"));
    for (int i = 0; i < kiosks; i++) {
      all.add(new Wanted(kiosk(i), "kiosk " + (i + 1)));
    }
    all.add(new Wanted(districtBroker(), "district broker"));
    for (int i = 0; i < kiosks; i++) {
      all.add(new Wanted(siteBroker(i), "site broker " + (i + 1)));
    }
    return List.copyOf(all);
  }
}
