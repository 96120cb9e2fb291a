package kafedra.controller;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kafedra.contract.config.Settings;

/** A whole controller on the test district, used as staff use it. */
public final class RunningController implements AutoCloseable {
  private static final String STAFF =
      """
      "staff": [{"login": "lib", "name": "Библиотекарь", "password": "a-long-password", "language": "ru",
                 "grants": [{"role": "LIBRARIAN", "school": "s1"}, {"role": "SYSADMIN", "school": null}]}]}
      """;

  final ControllerProgram program;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private RunningController(ControllerProgram program) {
    this.program = program;
  }

  /** Fills the data folder with people and rooms, and writes the district file beside it. */
  static void prepare(Path folder) throws IOException {
    new TestDistrict(folder, InstantSource.system()).close();
    Files.writeString(
        folder.resolve("district.json"), TestDistrict.json().replace("\"staff\": []}", STAFF));
  }

  /** The arguments of a controller with an embedded broker at this port. */
  static List<String> arguments(Path folder, int brokerPort) {
    return List.of(
        "--data=" + folder,
        "--district=" + folder.resolve("district.json"),
        "--port=0",
        "--broker-port=" + brokerPort);
  }

  static RunningController start(List<String> arguments) {
    return new RunningController(
        ControllerMain.start(
            ControllerConfig.from(Settings.read(arguments)), InstantSource.system()));
  }

  public static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  void signIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send("POST", "/session", "{\"login\": \"lib\", \"password\": \"a-long-password\"}");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("cannot sign in: " + answer.body());
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    String origin = "http://127.0.0.1:" + program.port();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path))
            .timeout(Duration.ofSeconds(10))
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    program.close();
    http.close();
  }
}
