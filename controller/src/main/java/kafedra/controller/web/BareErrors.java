package kafedra.controller.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before or beside our routes, such as a request that is no HTTP. */
final class BareErrors extends ErrorHandler {
  private final ProblemWriter problems;

  BareErrors(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem =
        switch (response.getStatus()) {
          case 404 -> Problem.of(ProblemCode.NOT_FOUND);
          case 413 -> Problem.of(ProblemCode.TOO_LARGE, Route.BodyKind.CSV.limit() / 1024);
          case 500 -> Problem.of(ProblemCode.INTERNAL);
          case 503 -> Problem.of(ProblemCode.UNAVAILABLE);
          default -> Problem.of(ProblemCode.BAD_REQUEST);
        };
    Tongue tongue = Tongue.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    response.setStatus(problem.code().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(problems.bytes(problem, tongue)), callback);
    return true;
  }
}
