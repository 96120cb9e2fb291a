package kafedra.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.link.TlsIdentity;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent with certificates, and a Mosquitto that wants them. */
class MutualTlsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;
  private final AtomicInteger connected = new AtomicInteger();
  private int port;
  private Process broker;

  @BeforeEach
  void start() throws Exception {
    authority("district");
    authority("stranger");
    certificate("kiosk", "district");
    certificate("w1", "district");
    certificate("false-kiosk", "stranger");
    broker = mosquitto("kiosk");
  }

  @AfterEach
  void stop() {
    broker.destroyForcibly();
  }

  private Process mosquitto(String as) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve(as + ".conf");
    Files.writeString(
        config,
        """
        listener %d 127.0.0.1
        user root
        cafile %s
        certfile %s
        keyfile %s
        require_certificate true
        use_identity_as_username true
        use_username_as_clientid true
        """
            .formatted(port, file("district.pem"), file(as + ".pem"), file(as + ".key")));
    Process started =
        new ProcessBuilder(
                Files.isExecutable(Path.of("/usr/sbin/mosquitto"))
                    ? "/usr/sbin/mosquitto"
                    : "mosquitto",
                "-c",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(as + ".log").toFile())
            .start();
    await()
        .atMost(SOON)
        .until(() -> {
          try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
          } catch (ConnectException notYet) {
            return false;
          }
        });
    return started;
  }

  private KioskLink link(TlsIdentity identity) {
    return new KioskLink(
        new WorkstationId("w1"),
        URI.create("ssl://127.0.0.1:" + port),
        Optional.empty(),
        Optional.of(identity),
        MqttLink::new,
        new KioskLink.Listener() {
          @Override
          public void ordered(SeatOrder order) {}

          @Override
          public void commanded(SeatCommand command) {}

          @Override
          public void connected() {
            connected.incrementAndGet();
          }
        });
  }

  private TlsIdentity identity(String device, String authority) {
    return new TlsIdentity(file(authority + ".pem"), file(device + ".pem"), file(device + ".key"));
  }

  @Test
  void talksToTheKioskOfItsDistrict() {
    try (KioskLink link = link(identity("w1", "district"))) {
      link.start();
      await().atMost(SOON).until(() -> connected.get() > 0 && link.isUp());
    }
  }

  @Test
  void believesNoKioskThatAnotherAuthorityVouchesFor() throws Exception {
    broker.destroyForcibly();
    broker = mosquitto("false-kiosk");
    try (KioskLink link = link(identity("w1", "district"))) {
      link.start();
      await().atMost(SOON).until(() -> Files.readString(file("false-kiosk.log")).contains("alert"));
      assertThat(connected).hasValue(0);
    }
  }

  @Test
  void isNotLetInWithoutACertificateOfTheDistrict() throws Exception {
    try (KioskLink link = link(identity("false-kiosk", "district"))) {
      link.start();
      await()
          .atMost(SOON)
          .until(() -> Files.readString(file("kiosk.log")).contains("certificate verify failed"));
      assertThat(connected).hasValue(0);
    }
  }

  @Test
  void doesNotGoOnWithoutTlsWhenItsFilesAreBroken() throws Exception {
    Files.writeString(file("w1.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
    assertThatThrownBy(() -> identity("w1", "district").requireUsable())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new LinkSettings(
                URI.create("tcp://127.0.0.1:1"),
                "w1",
                null,
                List.of(),
                null,
                Duration.ofSeconds(15),
                identity("w1", "district")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void authority(String name) throws Exception {
    keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-ext", "bc:c", "-keyalg", "EC");
    keytool("-exportcert", "-alias", name, "-rfc", "-file", file(name + ".pem").toString());
  }

  private void certificate(String name, String authority) throws Exception {
    Path request = file(name + ".csr");
    keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC");
    keytool("-certreq", "-alias", name, "-file", request.toString());
    keytool(
        "-gencert",
        "-alias",
        authority,
        "-infile",
        request.toString(),
        "-rfc",
        "-ext",
        "san=ip:127.0.0.1",
        "-outfile",
        file(name + ".pem").toString());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file("keys.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(
        file(name + ".key"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
  }

  private void keytool(String... words) throws Exception {
    List<String> whole = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    whole.addAll(List.of(words));
    whole.addAll(List.of("-keystore", file("keys.p12").toString(), "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(file("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(file("keytool.log"))).isZero();
  }
}
