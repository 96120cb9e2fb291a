package kafedra.controller.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kafedra.controller.roster.RosterRow;
import kafedra.controller.roster.RosterSheet;
import org.junit.jupiter.api.Test;

class MoodleCsvTest {
  private static final String HEADER = "username,firstname,lastname,email,course1,group1,cohort1\n";

  private static RosterSheet read(String text) {
    return MoodleCsv.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RosterSheet.Table table(RosterSheet sheet) {
    assertThat(sheet).isInstanceOf(RosterSheet.Table.class);
    return (RosterSheet.Table) sheet;
  }

  @Test
  void readsEachColumnByItsName() {
    RosterSheet.Table sheet =
        table(
            read(
                """
                cohort1,lastname,extra,firstname,username,group1,course1,email
                7А,Ёжиков,x,Пётр,p.ezhikov,Физика 7,Физика,p@example.org
                """));

    assertThat(sheet.rows())
        .containsExactly(
            new RosterRow(2, "p.ezhikov", "Пётр", "Ёжиков", "Физика", "Физика 7", "7А"));
    assertThat(sheet.encoding()).isEqualTo("UTF-8");
  }

  @Test
  void passesOverAByteOrderMark() {
    assertThat(table(read("\ufeff" + HEADER + "a,Анна,Новая,,,,\n")).rows()).hasSize(1);
  }

  @Test
  void findsOutWindows1251AndSemicolons() {
    String text = HEADER.replace(',', ';') + "i.berezhnoy;Илья;Бережной;i@example.org;;;3Б\r\n";

    RosterSheet.Table sheet = table(MoodleCsv.read(text.getBytes(Charset.forName("windows-1251"))));

    assertThat(sheet.encoding()).isEqualTo("windows-1251");
    assertThat(sheet.separator()).isEqualTo(";");
    assertThat(sheet.rows().getFirst().lastName()).isEqualTo("Бережной");
    assertThat(sheet.rows().getFirst().cohort()).isEqualTo("3Б");
  }

  @Test
  void findsOutTabs() {
    assertThat(table(read(HEADER.replace(',', '\t') + "a\tАнна\tНовая\t\t\t\t\n")).separator())
        .isEqualTo("\t");
  }

  @Test
  void namesTheColumnThatIsMissing() {
    for (String column :
        List.of("username", "firstname", "lastname", "email", "course1", "group1", "cohort1")) {
      assertThat(read(HEADER.replace(column, "other") + "a,b,c,d,e,f,g\n"))
          .isEqualTo(new RosterSheet.MissingColumn(column));
    }
  }

  @Test
  void keepsQuotedSeparatorsAndLineBreaksAndCountsLines() {
    RosterSheet.Table sheet =
        table(read(HEADER + "a,\"Анна\nМария\",\"Нова, я\",,,,\n\nb,Борис,Второй,,,,\n"));

    assertThat(sheet.rows().getFirst().lastName()).isEqualTo("Нова, я");
    assertThat(sheet.rows()).extracting(RosterRow::line).containsExactly(2, 5);
  }

  @Test
  void setsRowsOfAnotherWidthAside() {
    RosterSheet.Table sheet = table(read(HEADER + "a,Анна\nb,Борис,Второй,,,,\nc,1,2,3,4,5,6,7\n"));

    assertThat(sheet.broken())
        .containsExactly(new RosterSheet.Broken(2, "a"), new RosterSheet.Broken(4, "c"));
    assertThat(sheet.rows()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThat(read("")).isEqualTo(new RosterSheet.Empty());
    assertThat(read("  \n \n")).isEqualTo(new RosterSheet.Empty());
    assertThat(read(HEADER)).isEqualTo(new RosterSheet.Empty());
    assertThat(MoodleCsv.read(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff}))
        .isInstanceOf(RosterSheet.NoTable.class);
    assertThat(read(HEADER + "a,\"Анна,Новая,,,,\nb,Борис,Второй,,,,\n"))
        .isInstanceOf(RosterSheet.NoTable.class);
  }

  @Test
  void refusesMoreRowsThanItsLimit() {
    String row = "u,Имя,Фамилия,,,,\n";

    assertThat(table(read(HEADER + row.repeat(RosterSheet.MOST_ROWS))).rows())
        .hasSize(RosterSheet.MOST_ROWS);
    assertThat(read(HEADER + row.repeat(RosterSheet.MOST_ROWS + 1)))
        .isEqualTo(new RosterSheet.TooManyRows());
  }
}
