package kafedra.kiosk;

import kafedra.kiosk.linux.BoardCheck;
import kafedra.kiosk.upkeep.HardwareCheck;

/** Prints what this board offers of what a kiosk may need. */
public final class HardwareCheckMain {
  private HardwareCheckMain() {}

  public static HardwareCheck check() {
    return new BoardCheck().get();
  }

  public static void main(String[] arguments) {
    System.out.println(check().table());
  }
}
