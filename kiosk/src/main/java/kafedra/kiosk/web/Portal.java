package kafedra.kiosk.web;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.kiosk.desk.Screen;
import kafedra.kiosk.desk.SiteView;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.upkeep.Maintenance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The portal's server: HTTP/1.1, bare Jetty. */
public final class Portal implements AutoCloseable {
  /** Connections at the same time; more are not accepted until some close. */
  static final int CONNECTIONS = 512;

  private static final int IDLE_MILLIS = 60_000;
  private static final int HEADER_BYTES = 4 * 1024;

  private final Server server;
  private final ServerConnector connector;
  private final ScreenEvents events;
  private final String host;

  /**
   * @param port 0 for any free one
   */
  public Portal(
      String host,
      int port,
      Desks desks,
      Supplier<SiteView> site,
      Supplier<?> health,
      Proofs proofs,
      Optional<TapPage> tapPage,
      Optional<Maintenance> maintenance) {
    this.host = host;
    ViewJson json = new ViewJson();
    events = new ScreenEvents(json);
    QueuedThreadPool pool = new QueuedThreadPool(8, 2);
    pool.setName("portal");
    pool.setReservedThreads(0);
    pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("portal-"));
    pool.setDaemon(false); // these threads keep the program running
    server = new Server(pool);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    Api api = new Api(desks, site, health, proofs);
    server.setHandler(
        new PortalHandler(
            new Routes(
                api,
                new StaffApi(desks),
                new Assets(),
                tapPage,
                maintenance.map(it -> new MaintenanceApi(desks.thread(), it))),
            events,
            json));
    server.setErrorHandler((request, response, callback) -> problem(json, response, callback));
    // open requests are cut: Jetty's waiting stop was seen to fail when bodies trickled in, and
    // what was
    // committed stays committed
    server.setStopTimeout(0);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendDateHeader(false);
    return http;
  }

  /** What Jetty itself refuses, such as a torn request line, without its page and its traces. */
  private static boolean problem(ViewJson json, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    String code = status < 500 ? "malformed" : "unexpected";
    Problem problem = Problem.of(status, code, "The request could not be handled.");
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", "application/problem+json");
    byte[] body = json.write(problem.members());
    headers.put("Content-Length", Integer.toString(body.length));
    Content.Sink.write(
        response, true, new String(body, java.nio.charset.StandardCharsets.UTF_8), callback);
    return true;
  }

  /** Where views are pushed to. */
  public Screen screen() {
    return events;
  }

  /**
   * Begins to listen.
   *
   * @throws PortalException if the port is taken
   */
  public void start() {
    try {
      server.start();
    } catch (Exception failed) { // Jetty declares nothing narrower
      throw new PortalException(
          "The portal cannot listen at "
              + host
              + ":"
              + connector.getPort()
              + ". Maybe the port is taken; choose another with --port.",
          failed);
    }
  }

  public URI uri() {
    return URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    events.close();
    try {
      server.stop();
    } catch (Exception failed) { // Jetty declares nothing narrower
      throw new PortalException("The portal did not stop cleanly", failed);
    }
  }
}
