package kafedra.kiosk.pi4j;

/** The registers of a chip, wherever it is. Bytes are 0 to 255. */
interface Registers {
  int read(int register);

  /** Writes all of these to the one register, which takes them one after the other. */
  void write(int register, int... bytes);
}
