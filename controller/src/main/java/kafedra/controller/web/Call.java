package kafedra.controller.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** One request that has passed the guard: its parameters, checked, and what its caller may see. */
final class Call {
  private final Context context;
  private final Route route;
  private final Json json;
  private final @Nullable Staff staff;
  private final Premises premises;

  Call(Context context, Route route, Json json, @Nullable Staff staff, Premises premises) {
    this.context = context;
    this.route = route;
    this.json = json;
    this.staff = staff;
    this.premises = premises;
  }

  Context context() {
    return context;
  }

  /** The premises as they were when the call began. */
  Premises premises() {
    return premises;
  }

  Tongue tongue() {
    return Tongue.of(context.header("Accept-Language"));
  }

  /** Who calls. */
  Staff staff() {
    if (staff == null) {
      throw new IllegalStateException(route.path() + " is open to all and asked who calls");
    }
    return staff;
  }

  private Set<StaffRole> roles() {
    return switch (route.access()) {
      case Access.Holders holders -> holders.roles();
      case Access.Open open -> throw new IllegalStateException(route.path() + " is " + open);
    };
  }

  // --- what the caller may see ------------------------------------------------------------------

  boolean maySee(SchoolId school) {
    return staff().mayAt(school, roles());
  }

  /** Whether the caller may see the whole district. */
  boolean maySeeDistrict() {
    return staff().mayInDistrict(roles());
  }

  /**
   * The schools asked for: the one of the parameter {@code school}, or all that the caller may see.
   */
  List<School> schools() {
    Optional<SchoolId> asked = query("school").map(text -> queryId("school", text, SchoolId::new));
    List<School> seen =
        premises.schools().stream()
            .filter(it -> asked.isEmpty() || it.id().equals(asked.get()))
            .filter(it -> maySee(it.id()))
            .toList();
    if (asked.isPresent() && seen.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return seen;
  }

  /** The school of the parameter {@code school}, which must be given. */
  School school() {
    required("school");
    return schools().getFirst();
  }

  /** The lab of the path. */
  Lab lab() {
    return seen(premises.lab(pathId("lab", LabId::new)), Lab::school);
  }

  /** The thing, if it exists and belongs to a school that the caller may see. */
  <T> T seen(Optional<T> thing, Function<T, SchoolId> schoolOf) {
    return thing
        .filter(it -> maySee(schoolOf.apply(it)))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }

  // --- parameters -------------------------------------------------------------------------------

  /** An id of the path; what cannot be an id does not exist. */
  <T> T pathId(String name, Function<String, T> type) {
    try {
      return type.apply(context.pathParam(name));
    } catch (IllegalArgumentException unusable) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return query(name).orElseThrow(() -> Problem.at(ProblemCode.MISSING_PARAMETER, name));
  }

  <T> T queryId(String name, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException unusable) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, name);
    }
  }

  int number(String name, int least, int most, int otherwise) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // told below, as a number out of range is
    }
    throw Problem.at(ProblemCode.BAD_PARAMETER, name);
  }

  /** One of the words of a parameter. */
  String oneOf(String name, List<String> words) {
    String word = required(name);
    if (!words.contains(word)) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, name);
    }
    return word;
  }

  LocalDate date(String name) {
    try {
      return LocalDate.parse(required(name));
    } catch (DateTimeException malformed) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, name);
    }
  }

  /** From the parameter {@code from} to {@code to}, at most so many days. */
  TimeSlot range(int days) {
    Instant from = instant("from");
    Instant to = instant("to");
    if (!from.isBefore(to) || to.isAfter(from.plusSeconds(86_400L * days))) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "to");
    }
    return new TimeSlot(from, to);
  }

  private Instant instant(String name) {
    return instant(name, required(name), ProblemCode.BAD_PARAMETER);
  }

  /** Reads an instant with «Z» or an offset, of the years that a school may mean. */
  static Instant instant(String name, String text, ProblemCode otherwise) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      if (at.getYear() >= 2000 && at.getYear() < 2200) {
        return at.toInstant();
      }
    } catch (DateTimeException malformed) {
      // told below, as a year out of range is
    }
    throw Problem.at(otherwise, name);
  }

  // --- body -------------------------------------------------------------------------------------

  <T> T body(Class<T> type) {
    return json.read(bytes(), type);
  }

  byte[] bytes() {
    return new BodyReader(System::nanoTime).read(context.bodyInputStream(), route.body());
  }
}
