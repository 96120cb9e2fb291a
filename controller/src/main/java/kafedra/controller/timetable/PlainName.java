package kafedra.controller.timetable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A name as people mean it: «7-а», «7 "А"» and «7A» with a Latin letter are one, and so are «Каб. №
 * 14» and «каб 14».
 */
record PlainName(String text) {
  /** Suggestions for one name. */
  static final int SUGGESTIONS = 3;

  private static final String LATIN = "ABCEHKMOPTXY";
  private static final String CYRILLIC = "АВСЕНКМОРТХУ";

  static PlainName of(String name) {
    StringBuilder plain = new StringBuilder();
    for (char sign : name.toUpperCase(Locale.ROOT).toCharArray()) {
      int twin = LATIN.indexOf(sign);
      if (twin >= 0) {
        plain.append(CYRILLIC.charAt(twin));
      } else if (Character.isLetterOrDigit(sign)) {
        plain.append(sign == 'Ё' ? 'Е' : sign);
      }
    }
    return new PlainName(plain.toString());
  }

  static PlainName of(String first, String second) {
    return of(first + second);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The known names that look most like it, best first; none when nothing looks like it. */
  List<String> nearest(List<String> known, NameDistance distance) {
    int most = Math.max(1, text.length() / 3);
    record Candidate(String name, int far) {}
    return known.stream()
        .map(name -> new Candidate(name, far(of(name).text(), distance)))
        .filter(candidate -> candidate.far() <= most)
        .sorted(Comparator.comparingInt(Candidate::far).thenComparing(Candidate::name))
        .limit(SUGGESTIONS)
        .map(Candidate::name)
        .toList();
  }

  private int far(String other, NameDistance distance) {
    boolean part = !text.isEmpty() && !other.isEmpty() && !text.equals(other);
    return part && (other.contains(text) || text.contains(other))
        ? 1
        : distance.between(text, other);
  }
}
