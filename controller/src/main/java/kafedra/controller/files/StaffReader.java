package kafedra.controller.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.Grant;
import kafedra.controller.access.Language;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StaffRole;
import kafedra.controller.access.StretchedPassword;
import kafedra.controller.district.District;

/** The accounts of a district file. */
final class StaffReader {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
  private static final Pattern HASH = Pattern.compile("([0-9a-f]{32}):([0-9a-f]{64})");

  private final Places places;

  StaffReader(Places places) {
    this.places = places;
  }

  List<District.StaffEntry> staff(Place list) {
    return list.each().stream().map(this::entry).toList();
  }

  private District.StaffEntry entry(Place place) {
    place.only(Set.of("login", "name", "password", "passwordHash", "language", "grants"));
    String login = place.at("login").as(StaffReader::login).orElse("unreadable");
    place.at("login").claim("login", login);
    String name = place.at("name").text();
    Language language =
        place.at("language").isThere()
            ? place.at("language").as(StaffReader::language).orElse(Language.RU)
            : Language.RU;
    List<Grant> grants =
        place.at("grants").each().stream().map(this::grant).flatMap(Optional::stream).toList();
    return new District.StaffEntry(new Staff(login, name, language, grants), secret(place));
  }

  private Optional<Grant> grant(Place place) {
    place.only(Set.of("role", "school"));
    Optional<StaffRole> role = place.at("role").as(StaffReader::role);
    if (!place.at("school").isThere()) {
      return role.map(it -> new Grant(it, null));
    }
    Optional<SchoolId> school = place.at("school").as(SchoolId::new);
    if (school.isPresent() && !places.isKnown("school", school.get().value())) {
      place.at("school").wrong("there is no school «" + school.get() + "» in this file");
    }
    return role.flatMap(it -> school.map(at -> new Grant(it, at)));
  }

  private static District.Secret secret(Place place) {
    Place hash = place.at("passwordHash");
    if (hash.isThere()) {
      if (place.at("password").isThere()) {
        place.wrong("has both password and passwordHash; keep one");
      }
      return hash.as(StaffReader::stretched)
          .<District.Secret>map(District.Stretched::new)
          .orElseGet(() -> new District.Plain("unreadable"));
    }
    return new District.Plain(place.at("password").as(StaffReader::password).orElse("unreadable"));
  }

  private static String login(String text) {
    String login = text.toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(login).matches()) {
      throw new IllegalArgumentException("a login is 1 to 100 of a-z, 0-9, «.», «_», «@», «-»");
    }
    return login;
  }

  /** The message tells no part of it. */
  private static String password(String text) {
    if (text.length() < 8 || text.length() > 200) {
      throw new IllegalArgumentException("a password has 8 to 200 characters");
    }
    return text;
  }

  private static StretchedPassword stretched(String text) {
    Matcher parts = HASH.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a hash is SALT:STRETCHED, 32 and 64 hexadecimal digits");
    }
    return new StretchedPassword(parts.group(1), parts.group(2));
  }

  private static Language language(String text) {
    return switch (text) {
      case "ru" -> Language.RU;
      case "en" -> Language.EN;
      default -> throw new IllegalArgumentException("languages are ru and en");
    };
  }

  private static StaffRole role(String text) {
    try {
      return StaffRole.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("roles are " + List.of(StaffRole.values()), unknown);
    }
  }
}
