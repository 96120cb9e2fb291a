package kafedra.provisioning.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.CardHolder.NumberAndPin;
import kafedra.provisioning.wording.Tongue;
import kafedra.provisioning.wording.Wording;

/** What is printed once the district stands: where to look, who to be, how to stop. */
public final class Guide {
  private final District district;
  private final DemoPorts ports;
  private final CardIndex cards;

  public Guide(District district, DemoPorts ports, CardIndex cards) {
    this.district = district;
    this.ports = ports;
    this.cards = cards;
  }

  /** The whole guide, in one language after the other. */
  public String text(Wording words) {
    return words.tongues().stream()
        .map(tongue -> textIn(tongue, words))
        .collect(Collectors.joining("\n\n"));
  }

  private String textIn(Tongue tongue, Wording words) {
    return words.sayIn(
        tongue,
        "guide",
        district.name(),
        address(ports.controller()),
        password(),
        staff(tongue, words),
        kiosks(tongue, words),
        visitors(tongue, words));
  }

  /** The one that all staff of the made-up district share. */
  private String password() {
    return district.staff().stream()
        .map(District.StaffMember::password)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String staff(Tongue tongue, Wording words) {
    return district.staff().stream()
        .map(it -> row(it.login(), role(it, tongue, words)))
        .collect(Collectors.joining("\n"));
  }

  private String role(District.StaffMember member, Tongue tongue, Wording words) {
    String role = words.sayIn(tongue, "role." + member.role());
    return member.school().map(school -> role + ", " + schoolName(school)).orElse(role);
  }

  private String schoolName(SchoolId school) {
    return district.sites().stream()
        .filter(it -> it.school().equals(school))
        .map(Site::name)
        .findFirst()
        .orElse(school.value());
  }

  private String kiosks(Tongue tongue, Wording words) {
    List<Site> sites = district.sites();
    return IntStream.range(0, sites.size())
        .mapToObj(
            i -> words.sayIn(tongue, "guide.kiosk", address(ports.kiosk(i)), sites.get(i).name()))
        .collect(Collectors.joining("\n"));
  }

  private String visitors(Tongue tongue, Wording words) {
    return cards.of(CardHolder.Player.VISITOR).stream()
        .map(it -> row(it.card(), it.label() + pin(it.pin(), tongue, words)))
        .collect(Collectors.joining("\n"));
  }

  private static String pin(Optional<NumberAndPin> pin, Tongue tongue, Wording words) {
    return pin.map(it -> words.sayIn(tongue, "guide.pin", it.number(), it.pin())).orElse("");
  }

  private static String row(String left, String right) {
    return "    %-14s %s".formatted(left, right);
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }
}
