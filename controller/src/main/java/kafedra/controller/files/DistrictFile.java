package kafedra.controller.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafedra.controller.district.District;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the file that describes a district. */
public final class DistrictFile {
  private DistrictFile() {}

  /** What came of reading. */
  public sealed interface Reading {}

  /** A district that can come into force. */
  public record Read(District district) implements Reading {}

  /**
   * Not usable; nothing was changed.
   *
   * @param problems all of them, each with its place such as {@code schools[0].zone}
   */
  public record Broken(List<String> problems) implements Reading {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  public static Reading read(Path path) {
    try {
      return parse(Files.readString(path));
    } catch (IOException unreadable) {
      return new Broken(
          List.of("cannot read " + path + ": " + unreadable + ". Maybe the path is wrong."));
    }
  }

  public static Reading parse(String text) {
    JsonNode root;
    try {
      root = JsonMapper.builder().build().readTree(text);
    } catch (JacksonException malformed) {
      return new Broken(List.of("not JSON: " + malformed.getOriginalMessage()));
    }
    Places places = new Places();
    District district = new DistrictReader(places).district(new Place("", root, places));
    return places.problems().isEmpty() ? new Read(district) : new Broken(places.problems());
  }
}
