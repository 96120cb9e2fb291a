package kafedra.kiosk.pi4j;

import com.pi4j.io.spi.Spi;

/**
 * An MFRC522's registers over SPI, mode 0: an address byte ({@code address << 1}, top bit set to
 * read), then data (MFRC522 data sheet, 8.1.2).
 */
final class SpiRegisters implements Registers {
  private static final int READ = 0x80;

  private final Spi spi;

  SpiRegisters(Spi spi) {
    this.spi = spi;
  }

  @Override
  public int read(int register) {
    byte[] out = {(byte) (READ | register << 1), 0};
    byte[] in = new byte[out.length];
    spi.transfer(out, in);
    return Byte.toUnsignedInt(in[1]);
  }

  @Override
  public void write(int register, int... bytes) {
    byte[] out = new byte[1 + bytes.length];
    out[0] = (byte) (register << 1);
    for (int i = 0; i < bytes.length; i++) {
      out[1 + i] = (byte) bytes[i];
    }
    spi.transfer(out, new byte[out.length]);
  }
}
