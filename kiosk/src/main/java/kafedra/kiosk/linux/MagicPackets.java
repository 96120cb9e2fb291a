package kafedra.kiosk.linux;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import kafedra.kiosk.seat.MachineWaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wake on LAN: six bytes of ones and sixteen times the address, to everybody on the network. */
public final class MagicPackets implements MachineWaker {
  private static final int TIMES = 16;
  private static final Logger log = LoggerFactory.getLogger(MagicPackets.class);

  private final InetSocketAddress everybody;

  /** To the discard port of the building's network, as network cards expect it. */
  public MagicPackets() {
    this(new InetSocketAddress("255.255.255.255", 9));
  }

  MagicPackets(InetSocketAddress everybody) {
    this.everybody = everybody;
  }

  @Override
  public void wake(String address) {
    byte[] card = HexFormat.ofDelimiter(":").parseHex(address);
    byte[] packet = new byte[6 + TIMES * card.length];
    Arrays.fill(packet, 0, 6, (byte) 0xff);
    for (int i = 0; i < TIMES; i++) {
      System.arraycopy(card, 0, packet, 6 + i * card.length, card.length);
    }
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(anyAddress(), 0))) {
      socket.setBroadcast(true);
      socket.send(new DatagramPacket(packet, packet.length, everybody));
    } catch (IOException unreachable) {
      log.warn("a machine could not be called: {}", unreachable.toString());
    }
  }

  private static InetAddress anyAddress() throws IOException {
    return InetAddress.getByAddress(new byte[4]);
  }
}
