package kafedra.controller.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.controller.files.IcalWriter;
import kafedra.controller.files.MoodleCsv;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * The controller's web server: REST under /api/v1 and the pages. HTTP/1.1; TLS is a proxy's in
 * front of it.
 */
public final class WebServer implements AutoCloseable {
  static final String API = "/api/v1";

  /** Requests served at once, event streams included. */
  static final int MOST_AT_ONCE = 1_000;

  /** A connection on which nothing moves for so long is closed. Streams send every 15 s. */
  private static final long SILENCE_MILLIS = 30_000;

  private final WebSettings settings;
  private final WebServices services;
  private final Json json = new Json();
  private final ProblemWriter problems = new ProblemWriter(json);
  private final StaticFiles files = new StaticFiles();
  private final Guard guard;
  private final EventStreams streams;
  private final List<Route> routes;
  private final Javalin javalin;

  public WebServer(WebSettings settings, WebServices services) {
    this.settings = settings;
    this.services = services;
    this.guard = new Guard(services.signIn());
    this.streams = new EventStreams(guard, services.clock());
    this.routes = routes(services);
    this.javalin = Javalin.create(this::configure);
  }

  private List<Route> routes(WebServices on) {
    return Stream.of(
            new SessionResource(on.signIn(), on.audit()).routes(),
            new RosterResource(on.roster(), on.people(), on.calendar()).routes(),
            new CalendarResource(
                    on.calendar(), on.agreements(), on.plans(), on.roster(), on.audit())
                .routes(),
            new ClosureResource(
                    on.closings(), on.bookings(), on.rooms(), on.roster(), on.audit(), on.clock())
                .routes(),
            new PeopleResource(on.roster(), on.people(), on.pins(), on.audit()).routes(),
            new DoorResource(on.roster(), on.people(), on.codes(), on.audit()).routes(),
            new RosterImportResource(MoodleCsv::read, on.imports(), on.audit()).routes(),
            new FeedResource(on.feeds(), on.roster(), on.audit()).routes(),
            new BookingResource(on.bookings(), on.site(), on.roster(), on.clock()).routes(),
            new EarliestResource(on.bookings(), on.clock()).routes(),
            new BookingChangeResource(on.bookings(), on.site(), on.roster()).routes(),
            new SeriesResource(on.bookings(), on.site(), on.roster(), on.clock()).routes(),
            new LiveResource(on.rooms(), on.site(), on.roster(), streams, json).routes(),
            new QueueResource(on.queue()).routes(),
            new CommandResource(on.commands(), on.roster(), on.devices(), on.audit()).routes(),
            new SeatResource(on.seats(), on.audit(), on.clock()).routes(),
            new FleetResource(on.devices(), on.lines(), on.intake(), streams, json).routes(),
            new UsageResource(on.usage(), on.moods(), on.roster()).routes(),
            new PolicyResource(on.policies(), on.needs(), on.roster(), on.audit(), on.clock())
                .routes(),
            new NormResource(on.norms(), on.clock()).routes(),
            new TimetableResource(
                    on.timetables(), on.roster(), on.calendar(), on.audit(), on.clock())
                .routes(),
            new ServiceResource(on.version()).routes())
        .flatMap(List::stream)
        .toList();
  }

  /** Every operation that is served. */
  List<Route> routes() {
    return routes;
  }

  /** Serves from now on. */
  public void start() {
    javalin.start(settings.host(), settings.port());
  }

  /** The port that is listened on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    streams.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = Route.BodyKind.CSV.limit() + 1L;
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendXPoweredBy(false);
      http.setRequestHeaderSize(8 * 1024);
      http.setIdleTimeout(SILENCE_MILLIS);
    });
    config.jetty.modifyServer(this::configure);
    config.jetty.modifyServletContextHandler(
        servlets -> servlets.setErrorHandler(new BareErrors(problems)));
    config.routes.before(WebServer::protect);
    routes.forEach(route -> serve(config, route));
    PublicFeeds feeds =
        new PublicFeeds(
            services.feeds(),
            services.feedContents(),
            services.roster(),
            IcalWriter::write,
            services.clock());
    config.routes.get(PublicFeeds.PATH + "{file}", feeds::serve);
    config.routes.head(PublicFeeds.PATH + "{file}", feeds::serve);
    config.routes.get("/*", this::page);
    config.routes.exception(Problem.class, (problem, context) -> problems.write(context, problem));
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(RuntimeException.class, (fault, it) -> problems.writeFault(it, fault));
  }

  private void configure(Server server) {
    // open requests are cut: Jetty's waiting stop was seen to fail when bodies trickled in, and
    // what was
    // committed stays committed under the caller's own id
    server.setStopTimeout(0);
    server.setErrorHandler(new BareErrors(problems));
  }

  private void page(Context context) {
    if (context.path().startsWith("/api/")) {
      throw unrouted(context);
    }
    files.serve(context);
  }

  /** What the router itself refuses. */
  private void refused(HttpResponseException refusal, Context context) {
    problems.write(
        context,
        switch (refusal.getStatus()) {
          case 404, 405 -> unrouted(context);
          case 413 -> Problem.of(ProblemCode.TOO_LARGE, Route.BodyKind.CSV.limit() / 1024);
          default -> Problem.of(ProblemCode.BAD_REQUEST);
        });
  }

  private Problem unrouted(Context context) {
    String allowed =
        routes.stream()
            .filter(route -> route.matches(context.path()))
            .map(route -> route.method().name())
            .distinct()
            .collect(Collectors.joining(", "));
    if (allowed.isEmpty()) {
      return Problem.of(ProblemCode.NOT_FOUND);
    }
    context.header("Allow", allowed);
    return Problem.of(ProblemCode.METHOD_NOT_ALLOWED, allowed);
  }

  private static VirtualThreadPool threads() {
    VirtualThreadPool pool = new VirtualThreadPool();
    pool.setMaxConcurrentTasks(MOST_AT_ONCE);
    pool.setName("web");
    return pool;
  }

  private void serve(JavalinConfig config, Route route) {
    config.routes.addHttpHandler(
        HandlerType.findOrCreate(route.method().name()),
        API + route.path(),
        context -> {
          Call call =
              new Call(
                  context, route, json, guard.check(context, route), services.roster().premises());
          send(context, route.handler().handle(call));
        });
  }

  private void send(Context context, Reply reply) {
    switch (reply) {
      case Reply.Json it ->
          context
              .status(it.status())
              .contentType("application/json; charset=utf-8")
              .result(json.bytes(it.value()));
      case Reply.Text it -> context.contentType(it.contentType()).result(it.text());
      case Reply.Download it ->
          context
              .contentType(it.contentType())
              .header("Content-Disposition", "attachment; filename=\"" + it.fileName() + "\"")
              .result(it.text());
      case Reply.Empty empty -> context.status(204);
      case Reply.Streamed streamed -> context.disableCompression();
    }
  }

  /**
   * OWASP Secure Headers; the pages hold no inline script or style and load nothing from elsewhere.
   */
  private static void protect(Context context) {
    context
        .header(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
                + " object-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .header("Cache-Control", "no-store");
  }
}
