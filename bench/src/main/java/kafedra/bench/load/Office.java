package kafedra.bench.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A member of staff at the controller's REST interface, over one connection. */
public final class Office implements AutoCloseable {
  private final URI controller;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  /** Signs in as {@link TrialDistrict#LOGIN}. */
  public Office(URI controller) throws IOException, InterruptedException {
    this.controller = controller;
    send(
        "POST",
        "/api/v1/session",
        "application/json",
        "{\"login\":\""
            + TrialDistrict.LOGIN
            + "\",\"password\":\""
            + TrialDistrict.PASSWORD
            + "\"}");
  }

  /**
   * Sends and returns the body.
   *
   * @throws IOException if the answer is no success
   */
  public String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response = answer(method, path, type, body);
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          method + " " + path + " came to " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  /** Sends and returns the status, whatever it is. */
  public int status(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return answer(method, path, type, body).statusCode();
  }

  private HttpResponse<String> answer(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(controller.resolve(path))
            .header("Content-Type", type)
            .header("Origin", controller.toString())
            .method(method, BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
  }
}
