package kafedra.provisioning.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out whether a port is free before anything is started on it. */
public final class PortProbe {
  private PortProbe() {}

  /** Whether a program could listen at this port of the loopback address now. */
  public static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      // as the programs do it: a port whose last connections still linger is free
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
