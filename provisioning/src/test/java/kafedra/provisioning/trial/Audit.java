package kafedra.provisioning.trial;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core has against a page: rules of WCAG 2.2, levels A and AA, and its best practices. */
public final class Audit {
  private static final String AXE = script();
  private static final String RUN =
      """
      async () => (await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })).violations.map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.html).join(' | ')}`)
      """;

  private Audit() {}

  /** The faults as a person can act on them; none is what a test wants. */
  @SuppressWarnings("unchecked")
  public static List<String> faults(Page page) {
    page.evaluate(AXE);
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try (InputStream in = Audit.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not in the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("axe.min.js cannot be read", unreadable);
    }
  }
}
