package kafedra.controller.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import kafedra.contract.time.Millis;

/**
 * Entries of which each one's hash covers the one before, so that cutting or mending shows. The
 * same in every store, so that one check fits all.
 */
public final class AuditChain {
  private AuditChain() {}

  /** One entry, without its hash. */
  public record Entry(
      long number, Instant at, String actor, String action, String subject, String detail) {
    public Entry {
      at = Millis.of(at);
    }
  }

  /** An entry with its hash. */
  public record Link(Entry entry, String hash) {
    /** What the next one follows. */
    public Head head() {
      return new Head(entry.number(), hash);
    }
  }

  /** How far a chain has come. */
  public record Head(long number, String hash) {
    /** Of a chain without entries. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    public Link follow(Instant at, String actor, String action, String subject, String detail) {
      Entry entry = new Entry(number + 1, at, actor, action, subject, detail);
      return new Link(entry, AuditChain.hash(hash, entry));
    }
  }

  /** SHA-256 over the hash before and the entry. */
  private static String hash(String before, Entry entry) {
    String text =
        String.join(
            "\u0000",
            before,
            Long.toString(entry.number()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /** The number of the first entry that does not fit the chain; empty when all do. */
  public static Optional<Long> firstBroken(Iterable<Link> links) {
    Head head = Head.NONE;
    for (Link link : links) {
      Entry entry = link.entry();
      boolean fits =
          entry.number() == head.number() + 1 && link.hash().equals(hash(head.hash(), entry));
      if (!fits) {
        return Optional.of(head.number() + 1);
      }
      head = link.head();
    }
    return Optional.empty();
  }
}
