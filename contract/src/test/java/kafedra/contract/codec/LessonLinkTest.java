package kafedra.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import kafedra.contract.message.LessonLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonLinkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://courses.example/course/view.php?id=12",
        "https://webinar.example:8443/r/7a#now",
        "https://xn--80aa.xn--p1ai/"
      })
  void isAnHttpsAddressWithAHost(String address) {
    assertThat(LessonLink.of(address)).contains(new LessonLink(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://courses.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:///nowhere",
        "https://courses.example/a b",
        "https://courses.example@evil.example/",
        "https://courses.example/\n--flag",
        "-https://courses.example/"
      })
  void isNothingElse(String address) {
    assertThat(LessonLink.of(address)).isEmpty();
  }

  @Test
  void isNoLongerThanItsLimit() {
    String most = "https://courses.example/" + "a".repeat(LessonLink.LONGEST - 24);
    assertThat(LessonLink.of(most)).isPresent();
    assertThat(LessonLink.of(most + "a")).isEmpty();
  }
}
