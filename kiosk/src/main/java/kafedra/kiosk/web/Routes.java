package kafedra.kiosk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.kiosk.desk.Desk;

/** Which request means what. */
final class Routes {
  /**
   * @param query the query's parameters, the first of each name
   */
  record Call(String method, String path, Map<String, String> query, Optional<Fields> body) {
    Fields fields() {
      return body.orElseThrow(() -> new BadRequestException("The body is missing."));
    }

    String token() {
      String token = query.get("token");
      if (token == null || token.length() > Fields.LONGEST_TEXT) {
        throw new BadRequestException("token is missing.");
      }
      return token;
    }
  }

  private static final String BOOKINGS = "/api/visit/bookings/";

  private final Api api;
  private final StaffApi staff;
  private final Assets assets;
  private final Optional<TapPage> tapPage;
  private final Optional<MaintenanceApi> maintenance;

  Routes(
      Api api,
      StaffApi staff,
      Assets assets,
      Optional<TapPage> tapPage,
      Optional<MaintenanceApi> maintenance) {
    this.maintenance = maintenance;
    this.api = api;
    this.staff = staff;
    this.assets = assets;
    this.tapPage = tapPage;
  }

  Reply answer(Call call) {
    return switch (call.method()) {
      case "GET" -> get(call);
      case "POST" -> post(call);
      case "DELETE" -> delete(call);
      default ->
          new Reply.Failed(Problem.of(405, "method-not-allowed", "GET, POST and DELETE only"));
    };
  }

  private Reply get(Call call) {
    return switch (call.path()) {
      case "/api/site" -> api.site();
      case "/api/health" -> api.health();
      case "/tap/cards" ->
          tapPage.<Reply>map(page -> new Reply.View(page.cards())).orElseGet(Routes::notFound);
      case "/tap" -> tapPage.isPresent() ? file("/tap.html") : notFound();
      case "/" -> file("/index.html");
      case "/maintenance" -> file("/maintenance.html");
      case "/display" -> file("/display.html");
      default -> file(call.path());
    };
  }

  private Reply file(String path) {
    boolean isOff =
        (path.equals("/tap.html") && tapPage.isEmpty())
            || (path.equals("/maintenance.html") && maintenance.isEmpty());
    if (isOff) {
      return notFound();
    }
    return assets
        .find(path)
        .<Reply>map(asset -> new Reply.File(asset, Optional.of(asset.etag())))
        .orElseGet(Routes::notFound);
  }

  private Reply post(Call call) {
    Desk desk = api.desk();
    return switch (call.path()) {
      case "/api/tap" -> api.tap(call.fields());
      case "/tap" -> tapPage.map(page -> tap(page, call.fields())).orElseGet(Routes::notFound);
      case "/api/maintenance" ->
          maintenance.map(it -> it.look(call.fields())).orElseGet(Routes::notFound);
      case "/api/maintenance/try" ->
          maintenance.map(it -> it.attempt(call.fields())).orElseGet(Routes::notFound);
      case "/api/sign-in" -> api.signIn(call.fields());
      case "/api/sign-in/picture" -> api.signInByPicture(call.fields());
      case "/api/sign-in/code" -> api.signInByCode(call.fields());
      case "/api/visit/seat" -> api.takeSeat(call.fields());
      case "/api/visit/extend" -> api.act(call.fields(), desk::extend);
      case "/api/visit/end" -> api.act(call.fields(), desk::endSession);
      case "/api/visit/stay" -> api.act(call.fields(), desk::stay);
      case "/api/visit/mood" -> api.mood(call.fields());
      case "/api/visit/history" -> api.history(call.fields());
      case "/api/visit/leave" -> api.leave(call.fields());
      case "/api/visit/bookings" -> api.book(call.fields());
      case "/api/visit/ticket" -> api.draw(call.fields());
      case "/api/visit/call" -> api.act(call.fields(), api.help()::call);
      case "/api/visit/fault" -> api.reportFault(call.fields());
      case "/api/call" -> api.call();
      case "/api/staff/end" -> staff.end(call.fields());
      case "/api/staff/move" -> staff.move(call.fields());
      case "/api/staff/service" -> staff.serve(call.fields());
      case "/api/staff/card" -> staff.awaitCard(call.fields());
      case "/api/staff/no-card" -> staff.awaitNoCard(call.fields());
      default -> notFound();
    };
  }

  private static Reply tap(TapPage page, Fields body) {
    page.tap(body.text("card"));
    return new Reply.Nothing();
  }

  private Reply delete(Call call) {
    if (call.path().equals("/api/call")) {
      return api.takeBackCall();
    }
    if (call.path().equals("/api/visit/call")) {
      return api.act(call.token(), api.help()::takeBack);
    }
    if (call.path().equals("/api/visit/ticket")) {
      return api.act(call.token(), api.desk()::leaveQueue);
    }
    if (call.path().startsWith(BOOKINGS)) {
      return api.withdraw(call.path().substring(BOOKINGS.length()), call.token());
    }
    return notFound();
  }

  private static Reply notFound() {
    return new Reply.Failed(Problem.of(404, "not-found", "There is nothing here."));
  }

  /** Methods that change something, and so are guarded. */
  static boolean changes(String method) {
    return !List.of("GET", "HEAD").contains(method);
  }
}
