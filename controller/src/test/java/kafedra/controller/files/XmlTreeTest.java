package kafedra.controller.files;

import static kafedra.controller.files.TimetableFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Spot;
import kafedra.controller.timetable.TimetableLimits;
import org.junit.jupiter.api.Test;

class XmlTreeTest {
  @Test
  void refusesEntitiesThatGrow() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE timetable [<!ENTITY a0 \"ха\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    laughs.append("]><timetable>&a39;</timetable>");

    assertThat(refusal(laughs.toString()).fault()).isEqualTo(FileFault.XML_DEFINITIONS);
  }

  @Test
  void refusesToFetchOtherFiles() {
    assertThat(
            refusal(
                    "<!DOCTYPE t [<!ENTITY x SYSTEM"
                        + " \"file:///etc/hostname\">]><timetable>&x;</timetable>")
                .fault())
        .isEqualTo(FileFault.XML_DEFINITIONS);
    assertThat(refusal("<!DOCTYPE t SYSTEM \"http://127.0.0.1:9/x.dtd\"><timetable/>").fault())
        .isEqualTo(FileFault.XML_DEFINITIONS);
    assertThat(refusal("<timetable>&x;</timetable>").fault()).isEqualTo(FileFault.BROKEN_XML);
  }

  @Test
  void namesTheLineWhereXmlIsTorn() {
    assertThat(refusal("<timetable>\n<periods>\n<period name=\"1\"\n"))
        .extracting(FileProblem::fault)
        .isEqualTo(FileFault.BROKEN_XML);
    assertThat(refusal("<timetable>\n</periods>\n</timetable>").spot()).isEqualTo(Spot.line(2));
  }

  @Test
  void refusesXmlThatIsTooDeep() {
    int most = XmlTree.DEEPEST;
    String allowed = "<fet>" + "<a>".repeat(most - 1) + "</a>".repeat(most - 1) + "</fet>";
    String deeper = "<fet>" + "<a>".repeat(most) + "</a>".repeat(most) + "</fet>";

    assertThat(refusal(allowed).fault()).isEqualTo(FileFault.NOT_GENERATED);
    assertThat(refusal(deeper).fault()).isEqualTo(FileFault.XML_TOO_DEEP);
  }

  @Test
  void refusesTooManyElements() {
    int most = XmlTree.MOST_ELEMENTS;

    assertThat(refusal("<fet>" + "<a/>".repeat(most - 1) + "</fet>").fault())
        .isEqualTo(FileFault.NOT_GENERATED);
    assertThat(refusal("<fet>" + "<a/>".repeat(most) + "</fet>").fault())
        .isEqualTo(FileFault.XML_TOO_MANY_ELEMENTS);
  }

  @Test
  void refusesAFileThatIsTooLargeUnread() {
    byte[] allowed = "<html/>".getBytes(StandardCharsets.US_ASCII);
    byte[] most = Arrays.copyOf(allowed, TimetableLimits.FILE_BYTES);
    Arrays.fill(most, allowed.length, most.length, (byte) ' ');

    assertThat(refusal(most).fault()).isEqualTo(FileFault.UNKNOWN_XML);
    assertThat(refusal(new byte[TimetableLimits.FILE_BYTES + 1]).fault())
        .isEqualTo(FileFault.FILE_TOO_LARGE);
  }

  @Test
  void saysWhichOtherXmlItIs() {
    assertThat(refusal("<Activities_Timetable/>"))
        .isEqualTo(
            new FileProblem(
                new Spot(1, "Activities_Timetable"),
                FileFault.UNKNOWN_XML,
                "",
                "Activities_Timetable"));
  }
}
