package kafedra.provisioning.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.CardHolder.NumberAndPin;
import kafedra.provisioning.demo.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A member of staff at the controller's REST interface. */
public final class HttpOffice implements Office {
  private final JsonCalls calls;

  private HttpOffice(JsonCalls calls) {
    this.calls = calls;
  }

  /**
   * Signs in.
   *
   * @throws RefusedException if the controller does not take the password
   * @throws UncheckedIOException if it cannot be reached
   */
  public static HttpOffice signIn(URI controller, String login, String password) {
    HttpOffice office = new HttpOffice(new JsonCalls(controller));
    ObjectNode body = JsonCalls.JSON.createObjectNode();
    body.put("login", login).put("password", password);
    office.good("signing in as " + login, "POST", "/api/v1/session", body);
    return office;
  }

  @Override
  public Imported importRoster(SchoolId school, byte[] csv, Mode mode) {
    String path =
        "/api/v1/roster-imports?school=" + school + "&mode=" + mode.name().toLowerCase(Locale.ROOT);
    JsonCalls.Answer answer;
    try {
      answer = calls.send("POST", path, "text/csv", BodyPublishers.ofByteArray(csv));
    } catch (IOException away) {
      throw unreachable(away);
    }
    JsonNode body = requireGood("the roster of " + school, answer);
    List<Rejection> rejections = new ArrayList<>();
    for (JsonNode row : body.path("rows")) {
      if (row.path("fate").asString("").equals("REJECTED")) {
        rejections.add(new Rejection(row.path("line").asInt(), row.path("message").asString("")));
      }
    }
    return new Imported(
        body.path("added").asInt(),
        body.path("updated").asInt(),
        body.path("unchanged").asInt(),
        rejections);
  }

  @Override
  public Optional<PersonId> findPerson(SchoolId school, String fullName, String schoolClass) {
    String lastName = fullName.substring(0, fullName.indexOf(' '));
    String path = "/api/v1/people?limit=200&school=" + school + "&q=" + encoded(lastName);
    for (JsonNode person : read("the people of " + school, path)) {
      if (person.path("name").asString("").equals(fullName)
          && isIn(person.path("groups"), schoolClass)) {
        return Optional.of(new PersonId(person.path("id").asString()));
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(JsonNode groups, String name) {
    for (JsonNode group : groups) {
      if (group.path("name").asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<GroupId> findGroup(SchoolId school, String name) {
    for (JsonNode group : read("the groups of " + school, "/api/v1/groups?school=" + school)) {
      if (group.path("name").asString("").equals(name)) {
        return Optional.of(new GroupId(group.path("id").asString()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void setCredentials(PersonId person, String card, Optional<NumberAndPin> pin) {
    ObjectNode body = JsonCalls.JSON.createObjectNode();
    body.putArray("cards").add(card);
    pin.ifPresent(it -> body.put("number", it.number()).put("pin", it.pin()));
    good("the card of " + person, "PUT", "/api/v1/people/" + person + "/credentials", body);
  }

  @Override
  public Answer book(BookingId booking, Wish wish) {
    ObjectNode body = JsonCalls.JSON.createObjectNode();
    body.put("lab", wish.lab().value());
    switch (wish.guest()) {
      case Guest.One(PersonId person) -> body.put("person", person.value()).put("count", 1);
      case Guest.Several(GroupId group, int seats) ->
          body.put("group", group.value()).put("count", seats);
    }
    body.put("start", wish.slot().start().toString());
    body.put("end", wish.slot().end().toString());
    body.put("purpose", wish.purpose());
    JsonCalls.Answer answer = call("PUT", "/api/v1/bookings/" + booking, body);
    return answer.status() == 409 || answer.status() == 422
        ? new Answer.Refused(answer.detail())
        : booked(booking, answer);
  }

  private static Answer booked(BookingId booking, JsonCalls.Answer answer) {
    requireGood("booking " + booking, answer);
    return new Answer.Booked();
  }

  private JsonNode read(String what, String path) {
    try {
      return requireGood(what, calls.get(path));
    } catch (IOException away) {
      throw unreachable(away);
    }
  }

  private void good(String what, String method, String path, ObjectNode body) {
    requireGood(what, call(method, path, body));
  }

  private JsonCalls.Answer call(String method, String path, ObjectNode body) {
    try {
      return calls.send(method, path, body);
    } catch (IOException away) {
      throw unreachable(away);
    }
  }

  private UncheckedIOException unreachable(IOException away) {
    return new UncheckedIOException(
        "the controller at " + calls.at("/") + " did not answer. Maybe it is not running.", away);
  }

  private static JsonNode requireGood(String what, JsonCalls.Answer answer) {
    if (!answer.isGood()) {
      throw new RefusedException(what, answer.status(), answer.code(), answer.detail());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
