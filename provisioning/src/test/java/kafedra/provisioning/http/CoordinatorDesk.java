package kafedra.provisioning.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import kafedra.provisioning.demo.District.StaffMember;
import tools.jackson.databind.JsonNode;

/** What a coordinator reads of the hours. */
public final class CoordinatorDesk {
  private final JsonCalls calls;

  /** Totals of one day over all schools. */
  public record Total(double signedInHours, double activeHours, int sessions) {}

  public CoordinatorDesk(URI controller, StaffMember coordinator) {
    calls = new JsonCalls(controller);
    var body = JsonCalls.JSON.createObjectNode();
    body.put("login", coordinator.login()).put("password", coordinator.password());
    try {
      JsonCalls.Answer answer = calls.send("POST", "/api/v1/session", body);
      if (!answer.isGood()) {
        throw new IllegalStateException("signing in failed: " + answer);
      }
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  public Total total(LocalDate day) {
    String path = "/api/v1/usage?by=school&from=" + day + "&to=" + day.plusDays(1);
    try {
      JsonCalls.Answer answer = calls.get(path);
      if (!answer.isGood()) {
        throw new IllegalStateException("the hours were refused: " + answer);
      }
      JsonNode total = answer.body().path("total");
      return new Total(
          total.path("signedInHours").asDouble(),
          total.path("activeHours").asDouble(),
          total.path("sessions").asInt());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }
}
