package kafedra.contract.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who a device is and whom it believes, as PEM files. Only the authority in {@code ca} is believed,
 * none of those that come with Java.
 *
 * @param ca the certificate of the district's own authority
 * @param certificate of the device, and what stands between it and the authority
 * @param key of the device, PKCS #8, not encrypted
 */
public record TlsIdentity(Path ca, Path certificate, Path key) {
  private static final List<String> ALGORITHMS = List.of("EC", "Ed25519", "RSA");

  /**
   * Finds out at the start what is wrong with the files.
   *
   * @throws IllegalArgumentException if they are not what they should be; it says which
   */
  public TlsIdentity requireUsable() {
    var _ = sockets();
    return this;
  }

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException if they are not what they should be; it says which
   */
  SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(own().getKeyManagers(), believed().getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          "the certificates of this device cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  private KeyManagerFactory own() throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    // it never leaves this memory, and still the factory wants a password
    char[] password = UUID.randomUUID().toString().toCharArray();
    Certificate[] chain = read(certificate).toArray(Certificate[]::new);
    store.setKeyEntry("device", privateKey(), password, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory;
  }

  private TrustManagerFactory believed() throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate authority : read(ca)) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IOException("no certificate in " + file);
      }
      return found;
    }
  }

  private Key privateKey() throws IOException, GeneralSecurityException {
    String text = Files.readString(key).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    PKCS8EncodedKeySpec spec;
    try {
      spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException noPem) {
      throw new IOException("no key in " + key, noPem);
    }
    for (String algorithm : ALGORITHMS) {
      Optional<PrivateKey> found = read(spec, algorithm);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IOException(key + " is no key of " + String.join(", ", ALGORITHMS) + " in PKCS #8");
  }

  private static Optional<PrivateKey> read(PKCS8EncodedKeySpec spec, String algorithm)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (InvalidKeySpecException anotherKind) {
      return Optional.empty();
    }
  }
}
