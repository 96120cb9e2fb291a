package kafedra.provisioning.trial;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Chromium of this machine. Collects what its pages complain of, so that a test can demand
 * silence.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();

  public Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Path executable() {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Stream.of(path.split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium in PATH; ./kafedra test installs it"));
  }

  /** A page of somebody of their own, with no cookies of others. */
  public Page page(int width, int height, String language) {
    return page(options(width, height, language));
  }

  /** A page on a telephone that is touched. */
  public Page phone(String language) {
    return page(options(390, 844, language).setHasTouch(true).setIsMobile(true));
  }

  private static NewContextOptions options(int width, int height, String language) {
    return new NewContextOptions().setViewportSize(width, height).setLocale(language);
  }

  private Page page(NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    Page page = context.newPage();
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onConsoleMessage(message -> {
      // who is not signed in is answered with 401, which Chromium calls an error
      if (message.type().equals("error") && !message.text().contains("status of 401")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    return page;
  }

  /** Closes every page, and with them the streams that they follow. */
  public void closePages() {
    chromium.contexts().forEach(BrowserContext::close);
  }

  /** Errors on pages since the start. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Keeps a picture for people to look at. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(false));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
