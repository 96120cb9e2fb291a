package kafedra.controller.access;

/** Makes a secret that people choose expensive to guess. Takes about 50 ms and 7 MiB a time. */
public interface Stretching {
  /** A new salt, hexadecimal. */
  String newSalt();

  /** The stretched secret, hexadecimal; the same for the same secret and salt. */
  String stretch(String secret, String salt);
}
