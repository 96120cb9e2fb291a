package kafedra.controller.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.access.Staff;
import org.jspecify.annotations.Nullable;

/** Lets a request through to its handler, or does not. */
final class Guard {
  static final String COOKIE = "kafedra";

  /** As browsers call files of timetables; many know none of them. */
  private static final List<String> FILES =
      List.of(
          "text/csv", "text/xml", "application/xml", "text/calendar", "application/octet-stream");

  private final SignInDesk desk;

  Guard(SignInDesk desk) {
    this.desk = desk;
  }

  /**
   * Who calls; null on an open route.
   *
   * @throws Problem when the call may not pass
   */
  @Nullable Staff check(Context context, Route route) {
    if (route.method() != Route.Method.GET) {
      requireOwnOrigin(context);
    }
    requireBodyKind(context, route);
    return switch (route.access()) {
      case Access.Open open -> null;
      case Access.Holders holders -> {
        Staff staff = caller(context).orElseThrow(() -> Problem.of(ProblemCode.NOT_SIGNED_IN));
        if (!staff.holdsAny(holders.roles())) {
          throw Problem.of(ProblemCode.FORBIDDEN);
        }
        yield staff;
      }
    };
  }

  Optional<Staff> caller(Context context) {
    return token(context).flatMap(desk::whoHolds);
  }

  static Optional<String> token(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE)).filter(it -> it.length() == 64);
  }

  /** A page of another site cannot leave out the header; programs that are no browsers may. */
  private static void requireOwnOrigin(Context context) {
    String origin = context.header("Origin");
    if (origin == null) {
      return;
    }
    try {
      String from = new URI(origin).getAuthority();
      if (from != null && from.equalsIgnoreCase(context.header("Host"))) {
        return;
      }
    } catch (URISyntaxException malformed) {
      // not ours, then
    }
    throw Problem.of(ProblemCode.FOREIGN_ORIGIN);
  }

  private static void requireBodyKind(Context context, Route route) {
    if (route.body() == Route.BodyKind.NONE) {
      return;
    }
    String given = context.contentType();
    if (route.body() == Route.BodyKind.TIMETABLE) {
      requireFile(given);
      return;
    }
    String kind = route.body() == Route.BodyKind.JSON ? "application/json" : "text/csv";
    if (given == null || !mediaType(given).equals(kind)) {
      throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, kind);
    }
  }

  /** Any type but those that a form of another site can send without asking. */
  private static void requireFile(@Nullable String given) {
    if (given == null || !FILES.contains(mediaType(given))) {
      throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, String.join(", ", FILES));
    }
  }

  private static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
