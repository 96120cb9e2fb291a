package kafedra.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.secret.Pepper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A district for a measurement: schools of one building, one kiosk and one lab each, always open.
 *
 * @param schools 1 to 100
 * @param seats in each lab
 */
public record TrialDistrict(int schools, int seats) {
  /** Who may do everything in it. */
  public static final String LOGIN = "trial";

  public static final String PASSWORD = "trial-password";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public KioskId kiosk(int school) {
    return new KioskId("kiosk-" + school);
  }

  public LabId lab(int school) {
    return new LabId("lab-" + school);
  }

  public WorkstationId seat(int school, int seat) {
    return new WorkstationId("seat-" + school + "-" + seat);
  }

  /** A kiosk's secret at the district broker. */
  public String secret(KioskId kiosk) {
    return "secret-of-" + kiosk;
  }

  /** Writes the district file. */
  public Path writeTo(Path folder, Pepper pepper) throws IOException {
    ObjectNode district = JSON.createObjectNode();
    district.put("name", "Trial");
    ArrayNode list = district.putArray("schools");
    for (int i = 0; i < schools; i++) {
      addSchool(list.addObject(), i, pepper);
    }
    ObjectNode staff = district.putArray("staff").addObject();
    staff.put("login", LOGIN).put("name", "Trial").put("password", PASSWORD).put("language", "en");
    ArrayNode grants = staff.putArray("grants");
    for (int i = 0; i < schools; i++) {
      grants.addObject().put("role", "LIBRARIAN").put("school", "school-" + i);
    }
    grants.addObject().put("role", "SYSADMIN");
    Path file = folder.resolve("district.json");
    return Files.writeString(file, JSON.writeValueAsString(district));
  }

  private void addSchool(ObjectNode school, int i, Pepper pepper) {
    school.put("id", "school-" + i).put("name", "School " + i).put("zone", "UTC");
    ObjectNode building = school.putArray("buildings").addObject();
    building.put("id", "building-" + i).put("name", "Building " + i).put("village", "Trial");
    building.put("criterionKbps", 1000);
    building
        .putObject("kiosk")
        .put("id", kiosk(i).value())
        .put("secret", secret(kiosk(i)))
        .put("pepper", pepper.toHex());
    ObjectNode lab = building.putArray("labs").addObject();
    lab.put("id", lab(i).value()).put("name", "Lab " + i);
    ArrayNode workstations = lab.putArray("workstations");
    for (int seat = 0; seat < seats; seat++) {
      ObjectNode workstation = workstations.addObject();
      workstation.put("id", seat(i, seat).value()).put("label", String.valueOf(seat + 1));
      workstation.put("row", seat / 5).put("column", seat % 5).putArray("features").add("LINUX");
    }
    addHours(school);
  }

  private static void addHours(ObjectNode school) {
    ObjectNode bells = school.putArray("bells").addObject();
    ArrayNode days = bells.putArray("days");
    List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY").forEach(days::add);
    bells
        .putArray("lessons")
        .addObject()
        .put("number", 1)
        .put("start", "08:30")
        .put("end", "09:10");
    school
        .putObject("rules")
        .put("walkInMinutes", 30)
        .put("extensionMinutes", 10)
        .put("longestMinutes", 90)
        .put("graceMinutes", 15)
        .put("opens", "00:00")
        .put("closes", "23:59");
  }

  /** A Moodle users CSV of people of school 0. */
  public static String roster(int people) {
    List<String> lines = new ArrayList<>();
    lines.add("username,firstname,lastname,email,course1,group1,cohort1");
    for (int i = 0; i < people; i++) {
      lines.add(
          "pupil"
              + i
              + ",Имя"
              + i
              + ",Фамилия"
              + i
              + ",pupil"
              + i
              + "@school.test,,Группа"
              + i % 20
              + ",7А");
    }
    return String.join("\n", lines) + "\n";
  }
}
