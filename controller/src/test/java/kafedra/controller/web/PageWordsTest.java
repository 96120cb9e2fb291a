package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: files of one language are laid over one another by key. */
final class PageWordsTest {
  private static final Path WORDS =
      Path.of("src/main/resources/kafedra/controller/web/static/i18n");
  private static final Pattern KEY = Pattern.compile("(?m)^\\s*\"([^\"]+)\":");

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void noTwoWordsHaveOneKey(String language) throws IOException {
    assertThat(keys(language)).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyWordIsThereInBothLanguages() throws IOException {
    assertThat(keys("en")).containsExactlyInAnyOrderElementsOf(keys("ru"));
  }

  private static List<String> keys(String language) throws IOException {
    List<String> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(WORDS.resolve(language))) {
      for (Path file : files.toList()) {
        keys.addAll(
            KEY.matcher(Files.readString(file))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList());
      }
    }
    return keys;
  }
}
