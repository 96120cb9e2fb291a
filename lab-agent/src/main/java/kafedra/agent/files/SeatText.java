package kafedra.agent.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import kafedra.agent.lock.SeatMemory.Remembered;
import kafedra.agent.lock.Stay;
import kafedra.agent.use.UseCount;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SessionUse;

/**
 * What a seat remembers, as lines of words; times in milliseconds. The last line is the checksum of
 * all before it.
 *
 * <pre>
 * kafedra-seat 1
 * boot 2f9c…
 * open SESSION end from countedTo activeUntil signedIn active
 * ended SESSION signedIn active
 * sum 1c291ca3
 * </pre>
 */
final class SeatText {
  private static final String HEAD = "kafedra-seat 1";

  private SeatText() {}

  static String write(Remembered remembered) {
    StringBuilder text = new StringBuilder(256);
    line(text, HEAD);
    line(text, "boot", remembered.bootId());
    remembered.running().ifPresent(stay -> line(text, "open", stay.session(), times(stay)));
    for (SessionUse total : remembered.ended()) {
      line(text, "ended", total.session(), total.signedIn().toMillis(), total.active().toMillis());
    }
    line(text, "sum", sum(text.toString()));
    return text.toString();
  }

  private static String times(Stay stay) {
    UseCount use = stay.use();
    return "%d %d %d %d %d %d"
        .formatted(
            stay.end().toMillis(),
            use.from().toMillis(),
            use.countedTo().toMillis(),
            use.activeUntil().toMillis(),
            use.signedIn().toMillis(),
            use.active().toMillis());
  }

  private static void line(StringBuilder text, Object... words) {
    for (int i = 0; i < words.length; i++) {
      text.append(i == 0 ? "" : " ").append(words[i]);
    }
    text.append('\n');
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is not that, or not all of it
   */
  static Remembered read(String text) {
    int sumAt = text.lastIndexOf("sum ");
    if (sumAt < 0 || !text.substring(sumAt).equals("sum " + sum(text.substring(0, sumAt)) + "\n")) {
      throw new IllegalArgumentException("the checksum is missing or does not fit");
    }
    List<String> lines = new ArrayList<>(text.substring(0, sumAt).lines().toList());
    if (!lines.removeFirst().equals(HEAD)) {
      throw new IllegalArgumentException("it does not begin with «" + HEAD + "»");
    }
    String bootId = words(lines.removeFirst(), "boot", 2)[1];
    Optional<Stay> running = Optional.empty();
    if (!lines.isEmpty() && lines.getFirst().startsWith("open ")) {
      running = Optional.of(stay(words(lines.removeFirst(), "open", 8)));
    }
    return new Remembered(bootId, running, lines.stream().map(SeatText::total).toList());
  }

  private static Stay stay(String[] words) {
    UseCount use =
        new UseCount(
            millis(words[3]),
            millis(words[4]),
            millis(words[5]),
            millis(words[6]),
            millis(words[7]));
    return new Stay(new SessionId(words[1]), millis(words[2]), use);
  }

  private static SessionUse total(String line) {
    String[] words = words(line, "ended", 4);
    return new SessionUse(new SessionId(words[1]), millis(words[2]), millis(words[3]));
  }

  private static String[] words(String line, String first, int count) {
    String[] words = line.split(" ", -1);
    if (words.length != count || !words[0].equals(first)) {
      throw new IllegalArgumentException("«" + line + "» is no line of «" + first + "»");
    }
    return words;
  }

  private static Duration millis(String word) {
    return Duration.ofMillis(Long.parseLong(word));
  }

  private static String sum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
