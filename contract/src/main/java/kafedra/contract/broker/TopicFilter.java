package kafedra.contract.broker;

/** MQTT topic filters: {@code +} stands for one level, a final {@code #} for the rest. */
final class TopicFilter {
  private TopicFilter() {}

  /**
   * Whether whatever {@code wanted} matches, a topic or a filter, is matched by {@code granted}
   * too.
   */
  static boolean covers(String granted, String wanted) {
    String[] have = granted.split("/", -1);
    String[] want = wanted.split("/", -1);
    for (int i = 0; i < have.length; i++) {
      if (have[i].equals("#")) {
        return true;
      }
      if (i >= want.length || want[i].equals("#")) {
        return false;
      }
      boolean sameLevel = have[i].equals(want[i]);
      boolean anyLevel = have[i].equals("+");
      if (!sameLevel && !anyLevel) {
        return false;
      }
    }
    return have.length == want.length;
  }
}
