package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kafedra.contract.config.EditDistance;
import org.junit.jupiter.api.Test;

class PlainNameTest {
  @Test
  void takesOneNameForOneHoweverItIsWritten() {
    assertThat(List.of("7А", "7 а", "7-а", "«7А»", "7\"а\"", "7A"))
        .extracting(PlainName::of)
        .containsOnly(PlainName.of("7А"));
    assertThat(PlainName.of("Каб. № 14")).isEqualTo(PlainName.of("каб 14"));
    assertThat(PlainName.of("Ёжик")).isEqualTo(PlainName.of("ежик"));
  }

  @Test
  void tellsClassesApart() {
    assertThat(PlainName.of("7А")).isNotEqualTo(PlainName.of("7Б"));
    assertThat(PlainName.of("1А")).isNotEqualTo(PlainName.of("11А"));
  }

  @Test
  void suggestsWhatLooksLikeItAndNothingElse() {
    List<String> labs = List.of("Большой зал", "Малый зал", "Мастерская", "Зал");

    assertThat(PlainName.of("Малый зол").nearest(labs, EditDistance::between))
        .startsWith("Малый зал");
    assertThat(PlainName.of("Кабинет химии").nearest(labs, EditDistance::between)).isEmpty();
    assertThat(PlainName.of("зал").nearest(labs, EditDistance::between))
        .hasSize(PlainName.SUGGESTIONS)
        .startsWith("Зал");
  }
}
