package kafedra.controller.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.controller.norm.NormTable;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads tables of screen-time norms: those that we bring, or a file of the district's own. */
public final class NormFile {
  private static final int MOST_MINUTES = 24 * 60;

  private final Places places = new Places();

  private NormFile() {}

  /** What came of reading. */
  public sealed interface Reading {}

  /** Norms that can come into force. */
  public record Read(Norms norms) implements Reading {}

  /**
   * Not usable.
   *
   * @param problems all of them, each with its place such as {@code tables[0].grades[2].to}
   */
  public record Broken(List<String> problems) implements Reading {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  /** Russia's, as we bring them. */
  public static Norms ofRussia() {
    try (InputStream in = NormFile.class.getResourceAsStream("norms-ru.json")) {
      if (in == null) {
        throw new IllegalStateException("norms-ru.json is missing from the program");
      }
      return switch (parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        case Read read -> read.norms();
        case Broken broken ->
            throw new IllegalStateException("norms-ru.json: " + broken.problems());
      };
    } catch (IOException torn) {
      throw new UncheckedIOException("cannot read norms-ru.json", torn);
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
    NormFile file = new NormFile();
    Optional<Norms> norms = file.norms(new Place("", root, file.places));
    return norms.isPresent() && file.places.problems().isEmpty()
        ? new Read(norms.get())
        : new Broken(file.places.problems());
  }

  private Optional<Norms> norms(Place root) {
    root.only(Set.of("country", "tables"));
    String country = root.at("country").as(NormFile::country).orElse("??");
    List<NormTable> tables = new ArrayList<>();
    Set<LocalDate> begins = new HashSet<>();
    for (Place place : root.at("tables").each()) {
      Optional<NormTable> table = table(place);
      if (table.isPresent() && !begins.add(table.get().from())) {
        place.at("from").wrong("another table begins on " + table.get().from());
      }
      table.ifPresent(tables::add);
    }
    return places.problems().isEmpty() ? Optional.of(new Norms(country, tables)) : Optional.empty();
  }

  private Optional<NormTable> table(Place place) {
    place.only(Set.of("title", "source", "from", "statedEnd", "restMinutes", "grades"));
    String title = place.at("title").text();
    String source = place.at("source").text();
    Optional<LocalDate> from = place.at("from").as(LocalDate::parse);
    Place endPlace = place.at("statedEnd");
    @Nullable LocalDate end =
        endPlace.isThere() ? endPlace.as(LocalDate::parse).orElse(null) : null;
    int rest = place.at("restMinutes").number(0, 240);
    Map<Integer, ScreenLimits> grades = grades(place.at("grades"));
    if (from.isPresent() && end != null && !end.isAfter(from.get())) {
      endPlace.wrong("is not after from, " + from.get());
    }
    return places.problems().isEmpty()
        ? from.map(it -> new NormTable(title, source, it, end, Duration.ofMinutes(rest), grades))
        : Optional.empty();
  }

  private static Map<Integer, ScreenLimits> grades(Place list) {
    Map<Integer, ScreenLimits> grades = new HashMap<>();
    for (Place place : list.each()) {
      place.only(Set.of("from", "to", "lesson", "day", "home"));
      int first = place.at("from").number(NormTable.FIRST_GRADE, NormTable.LAST_GRADE);
      int last = place.at("to").number(NormTable.FIRST_GRADE, NormTable.LAST_GRADE);
      if (first > last) {
        place.at("to").wrong("is less than from, " + first + ". Maybe the two are swapped.");
      }
      Optional<ScreenLimits> limits = limits(place);
      for (int grade = first; grade <= last && limits.isPresent(); grade++) {
        if (grades.putIfAbsent(grade, limits.get()) != null) {
          place.wrong("grade " + grade + " has limits already");
        }
      }
    }
    return grades;
  }

  private static Optional<ScreenLimits> limits(Place place) {
    int lesson = place.at("lesson").number(1, MOST_MINUTES);
    @Nullable Duration day = minutes(place.at("day"));
    if (day != null && day.compareTo(Duration.ofMinutes(lesson)) < 0) {
      place.at("day").wrong("is less than a lesson, " + lesson);
      return Optional.empty();
    }
    return Optional.of(
        new ScreenLimits(Duration.ofMinutes(lesson), day, minutes(place.at("home"))));
  }

  private static @Nullable Duration minutes(Place place) {
    return place.isThere() ? Duration.ofMinutes(place.number(1, MOST_MINUTES)) : null;
  }

  private static String country(String text) {
    if (!text.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country is two capital letters, such as RU");
    }
    return text;
  }
}
