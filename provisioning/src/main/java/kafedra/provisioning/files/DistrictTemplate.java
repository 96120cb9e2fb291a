package kafedra.provisioning.files;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.demo.District;
import kafedra.provisioning.demo.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A district file without its secrets; they are drawn where the district is opened. */
public final class DistrictTemplate {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final JsonNode root;

  private DistrictTemplate(JsonNode root) {
    this.root = root;
  }

  public static DistrictTemplate parse(String json) {
    return new DistrictTemplate(JSON.readTree(json));
  }

  /**
   * The same with all schools in one zone and the secrets in their places.
   *
   * @param secret of a kiosk
   * @param pepper of a kiosk's building, hexadecimal
   */
  public DistrictTemplate filled(
      ZoneId zone, Function<KioskId, String> secret, Function<KioskId, String> pepper) {
    JsonNode copy = root.deepCopy();
    for (JsonNode school : copy.path("schools")) {
      ((ObjectNode) school).put("zone", zone.getId());
      for (JsonNode building : school.path("buildings")) {
        if (building.path("kiosk") instanceof ObjectNode kiosk) {
          KioskId id = new KioskId(kiosk.path("id").asString());
          kiosk.put("secret", secret.apply(id));
          kiosk.put("pepper", pepper.apply(id));
        }
      }
    }
    return new DistrictTemplate(copy);
  }

  /** The file's text. */
  public String json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /** What it describes. All schools are taken to be in the first one's zone. */
  public District district() {
    List<SchoolId> schools = new ArrayList<>();
    List<Site> sites = new ArrayList<>();
    Map<SchoolId, List<District.Lesson>> lessons = new HashMap<>();
    for (JsonNode school : root.path("schools")) {
      SchoolId id = new SchoolId(school.path("id").asString());
      schools.add(id);
      lessons.put(id, lessons(school.path("bells")));
      for (JsonNode building : school.path("buildings")) {
        if (building.path("kiosk").isObject()) {
          sites.add(site(id, school, building));
        }
      }
    }
    ZoneId zone = ZoneId.of(root.path("schools").path(0).path("zone").asString());
    return new District(root.path("name").asString(), zone, schools, sites, lessons, staff());
  }

  private static Site site(SchoolId school, JsonNode names, JsonNode building) {
    List<WorkstationId> workstations = new ArrayList<>();
    for (JsonNode lab : building.path("labs")) {
      for (JsonNode workstation : lab.path("workstations")) {
        workstations.add(new WorkstationId(workstation.path("id").asString()));
      }
    }
    return new Site(
        school,
        new BuildingId(building.path("id").asString()),
        new KioskId(building.path("kiosk").path("id").asString()),
        names.path("name").asString(),
        workstations);
  }

  private static List<District.Lesson> lessons(JsonNode bells) {
    List<District.Lesson> lessons = new ArrayList<>();
    for (JsonNode schedule : bells) {
      for (JsonNode day : schedule.path("days")) {
        for (JsonNode lesson : schedule.path("lessons")) {
          lessons.add(
              new District.Lesson(
                  DayOfWeek.valueOf(day.asString()),
                  LocalTime.parse(lesson.path("start").asString()),
                  LocalTime.parse(lesson.path("end").asString())));
        }
      }
    }
    return lessons;
  }

  private List<District.StaffMember> staff() {
    List<District.StaffMember> staff = new ArrayList<>();
    for (JsonNode member : root.path("staff")) {
      JsonNode grant = member.path("grants").path(0);
      Optional<SchoolId> school =
          grant.path("school").isString()
              ? Optional.of(new SchoolId(grant.path("school").asString()))
              : Optional.empty();
      staff.add(
          new District.StaffMember(
              member.path("login").asString(),
              member.path("password").asString(),
              grant.path("role").asString(),
              school));
    }
    return staff;
  }
}
