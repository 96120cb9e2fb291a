package kafedra.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A member of staff at the controller's REST interface, over one connection that stays open. It
 * speaks just enough HTTP to be no load itself: the JDK's client takes more of the machine than the
 * server that is measured.
 */
public final class Office implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final String COOKIE = "set-cookie:";

  private record Answer(int status, String body) {}

  private final String host;
  private final Socket socket;
  private final InputStream in;
  private String cookie = "";

  /** Signs in as {@link TrialDistrict#LOGIN}. */
  public Office(URI controller) throws IOException {
    host = controller.getAuthority();
    socket = new Socket(controller.getHost(), controller.getPort());
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    in = new BufferedInputStream(socket.getInputStream());
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
  public String send(String method, String path, String type, String body) throws IOException {
    Answer answer = answer(method, path, type, body);
    if (answer.status() / 100 != 2) {
      throw new IOException(
          method + " " + path + " came to " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Sends and returns the status, whatever it is. */
  public int status(String method, String path, String type, String body) throws IOException {
    return answer(method, path, type, body).status();
  }

  private Answer answer(String method, String path, String type, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nOrigin: http://"
            + host
            + cookie
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = status == 204 ? 0 : -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      } else if (lower.startsWith(COOKIE)) {
        cookie = "\r\nCookie: " + line.substring(COOKIE.length()).split(";", 2)[0].strip();
      }
    }
    byte[] body = length < 0 ? chunks() : in.readNBytes(length);
    return new Answer(status, new String(body, StandardCharsets.UTF_8));
  }

  /** Large answers do not say their length and come in pieces that do, the last one empty. */
  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(), 16);
      all.write(in.readNBytes(length));
      String _ = line();
    } while (length > 0);
    return all.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException("the controller closed the connection");
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // nothing more is asked for
    }
  }
}
