package kafedra.controller.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import kafedra.contract.sqlite.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong into problem details (RFC 9457). Nothing of the program's inside is told.
 */
final class ProblemWriter {
  static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";

  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Body(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @JsonUnwrapped Problem.Extra extra) {}

  private final Json json;

  ProblemWriter(Json json) {
    this.json = json;
  }

  void write(Context context, Problem problem) {
    context.status(problem.code().status()).contentType(CONTENT_TYPE);
    context.result(bytes(problem, Tongue.of(context.header("Accept-Language"))));
  }

  byte[] bytes(Problem problem, Tongue tongue) {
    ProblemCode code = problem.code();
    return json.bytes(
        new Body(
            "about:blank",
            tongue.text(code.text() + ".title"),
            code.status(),
            tongue.text(code.text() + ".detail", problem.words()),
            code.text(),
            problem.extra()));
  }

  /** A fault of ours or of the machine. */
  void writeFault(Context context, Throwable fault) {
    if (fault instanceof StoreException) {
      log.error("{} {} could not be served by the store", context.method(), path(context), fault);
      write(context, Problem.of(ProblemCode.UNAVAILABLE));
    } else {
      log.error("{} {} failed", context.method(), path(context), fault);
      write(context, Problem.of(ProblemCode.INTERNAL));
    }
  }

  /** As logs may hold it: the address of a calendar is its secret. */
  private static String path(Context context) {
    return context.path().startsWith(PublicFeeds.PATH) ? PublicFeeds.PATH + "…" : context.path();
  }
}
