package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafedra.controller.policy.PolicyName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PoliciesIT {
  private static final String PATH = "/api/v1/schools/s1/policies";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Office.Answer put(int version, Map<String, Object> policy) {
    Map<String, Object> body = Map.of("version", version, "policies", List.of(policy));
    return office.call("lib1", "PUT", PATH, body);
  }

  private static Map<String, Object> number(String policy, String number, int value) {
    return Map.of("name", policy, "numbers", List.of(Map.of("name", number, "value", value)));
  }

  private JsonNode policy(String name) {
    for (JsonNode policy : office.get("lib1", PATH).json().path("policies")) {
      if (policy.path("name").asString().equals(name)) {
        return policy;
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  @Test
  void listsEveryPolicyOnceInOrder() {
    JsonNode policies = office.get("coo1", PATH).json().path("policies");

    assertThat(policies.values())
        .extracting(it -> it.path("name").asString())
        .containsExactlyElementsOf(List.of(PolicyName.values()).stream().map(Enum::name).toList());
  }

  @Test
  void changesWhatIsNamedAndTellsTheAuditWhat() {
    assertThat(put(0, number("DAILY_QUOTA", "DAILY_MINUTES", 90)).status()).isEqualTo(200);
    Office.Answer second = put(1, Map.of("name", "GAP", "force", "WARN"));

    assertThat(second.json().path("version").asInt()).isEqualTo(2);
    assertThat(policy("DAILY_QUOTA").path("numbers").get(0).path("value").asInt()).isEqualTo(90);
    assertThat(policy("GAP").path("force").asString()).isEqualTo("WARN");
    assertThat(
            office.district.number(
                "SELECT count(*) FROM audit WHERE action = 'policies-set' AND subject = 's1' AND"
                    + " detail IN ('version 1, DAILY_MINUTES 120>90', 'version 2, GAP OFF>WARN')"))
        .isEqualTo(2);
  }

  @Test
  void refusesAnEditOfAnOldVersionAndChangesNothing() {
    assertThat(put(0, Map.of("name", "GAP", "force", "ON")).status()).isEqualTo(200);

    Office.Answer late = put(0, Map.of("name", "GAP", "force", "WARN"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("changed-meanwhile");
    assertThat(policy("GAP").path("force").asString()).isEqualTo("ON");
  }

  @Test
  void namesTheFieldThatDoesNotFit() {
    assertRefused(number("DAILY_QUOTA", "DAILY_MINUTES", 4), "DAILY_MINUTES");
    assertRefused(number("DAILY_QUOTA", "DAILY_MINUTES", 721), "DAILY_MINUTES");
    assertRefused(number("DAILY_QUOTA", "GAP_LEAST", 10), "DAILY_QUOTA.GAP_LEAST");
    assertRefused(number("NO_SUCH", "GAP_LEAST", 10), "name");
    assertRefused(Map.of("name", "GAP", "force", "SOMETIMES"), "force");
    assertRefused(Map.of("name", "NO_SHOW_RELEASE", "force", "WARN"), "NO_SHOW_RELEASE.force");
    assertRefused(Map.of("force", "ON"), "name");
    assertThat(
            office.call("lib1", "PUT", PATH, Map.of("version", 0)).json().path("field").asString())
        .isEqualTo("policies");
    assertThat(office.get("lib1", PATH).json().path("version").asInt()).isZero();
  }

  private void assertRefused(Map<String, Object> policy, String field) {
    Office.Answer answer = put(0, policy);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void tellsNeedsToTheLibrarianOfThePersonAndToNobodyElse() {
    String path = "/api/v1/people/p1/needs";
    Map<String, Object> needs = Map.of("needs", List.of("ACCESSIBLE_SEAT"));
    assertThat(office.call("lib1", "PUT", path, needs).status()).isEqualTo(200);

    assertThat(office.get("lib1", path).text()).contains("ACCESSIBLE_SEAT");
    assertThat(office.get("lib2", path).status()).isEqualTo(404);
    assertThat(office.get("sys1", path).status()).isEqualTo(403);
    assertThat(office.get("cood", path).status()).isEqualTo(403);
    assertThat(office.get("sys1", "/api/v1/people/p1").text()).doesNotContain("ACCESSIBLE");
    assertThat(
            office.district.number(
                "SELECT count(*) FROM audit WHERE action = 'needs-set' AND detail = ''"))
        .isEqualTo(1);
  }

  @Test
  void tellsWhichNormIsInForceToday() {
    JsonNode norms = office.get("lib1", "/api/v1/norms?school=s1").json();

    assertThat(norms.path("tables").values())
        .extracting(it -> it.path("inForce").asBoolean())
        .containsExactly(false, true);
    assertThat(norms.path("tables").get(1).path("grades").get(6).path("day").asInt()).isEqualTo(60);
  }
}
