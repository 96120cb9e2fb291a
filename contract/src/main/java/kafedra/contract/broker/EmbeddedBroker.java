package kafedra.contract.broker;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An MQTT 5 broker inside a program (Apache Artemis). It keeps nothing on the disk: whatever must
 * outlive it is repeated by its sender until the receiver has committed it, and states are
 * published anew at each connection.
 *
 * <p>Fails closed: without an account nobody connects, and an account reaches its own topics only.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /**
   * Bytes that one topic's undelivered messages may take; beyond it the oldest publisher is held
   * back by dropping.
   */
  private static final long MAX_ADDRESS_BYTES = 16L * 1024 * 1024;

  /**
   * Artemis tells of every single message otherwise, which costs more than carrying it. Held, or
   * the level is forgotten.
   */
  private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq");

  private final EmbeddedActiveMQ server;
  private final String host;
  private final int port;

  private EmbeddedBroker(EmbeddedActiveMQ server, String host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  /**
   * Starts and returns when clients can connect.
   *
   * @param host address to listen at, such as {@code 127.0.0.1}
   * @param port 0 for any free one
   * @throws BrokerException if the port is taken or the broker cannot start
   */
  public static EmbeddedBroker start(String host, int port, BrokerAccess access) {
    int chosen = port == 0 ? freePort(host) : requireFree(host, port);
    ARTEMIS.setLevel(Level.WARNING);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration(host, chosen));
    server.setSecurityManager(new AccountSecurity(access));
    try {
      server.start();
    } catch (Exception failed) { // Artemis declares nothing narrower
      throw new BrokerException("The broker cannot start at " + host + ":" + chosen, failed);
    }
    return new EmbeddedBroker(server, host, chosen);
  }

  private static Configuration configuration(String host, int port) {
    Map<String, Object> acceptor = new HashMap<>();
    acceptor.put(TransportConstants.HOST_PROP_NAME, host);
    acceptor.put(TransportConstants.PORT_PROP_NAME, port);
    acceptor.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    acceptor.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    acceptor.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("kafedra-" + port);
    configuration.setPersistenceEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setSecurityEnabled(true);
    configuration.setJMXManagementEnabled(false);
    configuration.setMessageCounterEnabled(false);
    configuration.setThreadPoolMaxSize(8);
    configuration.setScheduledThreadPoolMaxSize(2);
    configuration.setMqttSessionScanInterval(5_000);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(NettyAcceptorFactory.class.getName(), acceptor, "mqtt"));
    AddressSettings everywhere = new AddressSettings();
    everywhere.setAutoCreateAddresses(true);
    everywhere.setAutoCreateQueues(true);
    everywhere.setAutoDeleteAddresses(true);
    everywhere.setAutoDeleteQueues(true);
    everywhere.setMaxSizeBytes(MAX_ADDRESS_BYTES);
    everywhere.setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    everywhere.setDeadLetterAddress(SimpleString.of("dropped"));
    everywhere.setExpiryAddress(SimpleString.of("dropped")); // nobody listens there
    configuration.addAddressSetting("#", everywhere);
    return configuration;
  }

  private static int requireFree(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
      return probe.getLocalPort();
    } catch (java.io.IOException taken) {
      throw new BrokerException(
          "Port "
              + port
              + " at "
              + host
              + " is taken, so the broker cannot listen there. Maybe another broker runs; choose"
              + " another port.",
          taken);
    }
  }

  private static int freePort(String host) {
    return requireFree(host, 0);
  }

  public int port() {
    return port;
  }

  /** What clients connect to. */
  public URI uri() {
    return URI.create("tcp://" + host + ":" + port);
  }

  /** Topics that are in use now; for tests and figures. */
  Set<SimpleString> addresses() {
    return server.getActiveMQServer().getPostOffice().getAddresses();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) { // Artemis declares nothing narrower
      throw new BrokerException("The broker did not stop cleanly", failed);
    }
  }
}
