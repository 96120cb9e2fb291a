package kafedra.controller.web;

import java.util.List;
import java.util.Locale;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.SignIn;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StaffRole;
import org.jspecify.annotations.Nullable;

/** Sign-in and sign-out of staff. */
final class SessionResource {
  private record Body(@Nullable String login, @Nullable String password) {}

  private record GrantView(StaffRole role, @Nullable SchoolId school) {}

  private record Me(String login, String name, String language, List<GrantView> grants) {
    static Me of(Staff staff) {
      return new Me(
          staff.login(),
          staff.name(),
          staff.language().name().toLowerCase(Locale.ROOT),
          staff.grants().stream().map(it -> new GrantView(it.role(), it.school())).toList());
    }
  }

  private final SignInDesk desk;
  private final AuditLog audit;

  SessionResource(SignInDesk desk, AuditLog audit) {
    this.desk = desk;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.json(Route.Method.POST, "/session", Access.OPEN, this::signIn),
        Route.get("/session", Access.STAFF, call -> Reply.ok(Me.of(call.staff()))),
        Route.change(Route.Method.DELETE, "/session", Access.OPEN, this::signOut));
  }

  private Reply signIn(Call call) {
    Body body = call.body(Body.class);
    String login = Fields.text("login", body.login(), 100);
    String password = Fields.text("password", body.password(), 200);
    return switch (desk.signIn(login, password, call.context().ip())) {
      case SignIn.Accepted accepted -> {
        audit.note(accepted.staff().login(), "signed-in", accepted.staff().login(), "");
        setCookie(call, accepted.token(), (int) SignInDesk.IDLE.toSeconds());
        yield Reply.ok(Me.of(accepted.staff()));
      }
      case SignIn.Wrong wrong -> throw Problem.of(ProblemCode.WRONG_PASSWORD);
      case SignIn.TooMany tooMany -> {
        long seconds = tooMany.retryAfter().toSeconds() + 1;
        call.context().header("Retry-After", Long.toString(seconds));
        throw Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, (seconds + 59) / 60);
      }
    };
  }

  private Reply signOut(Call call) {
    Guard.token(call.context()).ifPresent(desk::signOut);
    setCookie(call, "", 0);
    return new Reply.Empty();
  }

  /** Secure where the browser came by TLS, through a proxy too. */
  private static void setCookie(Call call, String value, int seconds) {
    boolean tls =
        "https".equals(call.context().header("X-Forwarded-Proto"))
            || call.context().scheme().equals("https");
    call.context()
        .header(
            "Set-Cookie",
            Guard.COOKIE
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + seconds
                + (tls ? "; Secure" : ""));
  }
}
