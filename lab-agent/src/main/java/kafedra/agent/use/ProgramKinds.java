package kafedra.agent.use;

import java.util.Locale;
import java.util.Map;

/**
 * Sorts programs by the name that a program's maker gave to its windows (never by a window's title,
 * which tells what somebody reads).
 */
public final class ProgramKinds {
  private static final Map<ProgramKind, String> NAMES =
      Map.of(
          ProgramKind.BROWSER,
          "(firefox|chrom|navigator|yandex.?browser|opera|vivaldi|brave|msedge|edge|epiphany"
              + "|konqueror|falkon|midori|gost).*",
          ProgramKind.OFFICE,
          "(libreoffice|soffice|onlyoffice|desktopeditors|r7|myoffice|calligra|abiword|gnumeric"
              + "|wps|winword|excel|powerpnt|evince|okular|atril|xreader|wpp|et).*",
          ProgramKind.IDE,
          "(code|codium|vscodium|jetbrains|idea|pycharm|clion|eclipse|netbeans|geany|kate|thonny"
              + "|idle|spyder|codeblocks|lazarus|kumir|qtcreator|arduino|scratch|greenfoot|bluej"
              + "|wing|devenv|pascalabc).*");

  private ProgramKinds() {}

  /**
   * The kind of a program.
   *
   * @param program its class name, or the name of its file
   */
  public static ProgramKind of(String program) {
    String name = program.toLowerCase(Locale.ROOT).strip();
    return NAMES.entrySet().stream()
        .filter(kind -> name.matches(kind.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ProgramKind.OTHER);
  }
}
