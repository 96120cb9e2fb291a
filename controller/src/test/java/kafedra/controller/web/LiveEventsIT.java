package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LiveEventsIT {
  @TempDir Path folder;

  @Test
  @Timeout(20)
  void tellsTheRoomAgainWhenSomebodySitsDown() throws Exception {
    try (Office office = new Office(folder)) {
      var response =
          office.http.send(
              office.request("lib1", "/api/v1/labs/l1/live/events").build(),
              BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        assertThat(next(lines)).doesNotContain("session-7");

        office.sitDown("session-7", "w1", "p2", null);
        office.live.tick();

        assertThat(next(lines)).contains("\"session-7\"", "\"Фамилия Имя\"");
      }
    }
  }

  @Test
  @Timeout(20)
  void endsStreamsWhenTheServerStops() throws Exception {
    try (Office office = new Office(folder)) {
      var response =
          office.http.send(
              office.request("lib1", "/api/v1/labs/l1/live/events").build(),
              BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        assertThat(next(lines)).startsWith("data: ");

        office.server.close();

        assertThat(drain(lines)).isNotNegative();
      }
    }
  }

  private static String next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return line == null ? "end of stream" : line;
  }

  /** Reads to the end, and returns how many lines came; a cut connection is an end too. */
  private static long drain(BufferedReader lines) {
    try {
      return lines.lines().count();
    } catch (UncheckedIOException cut) {
      return 0;
    }
  }
}
