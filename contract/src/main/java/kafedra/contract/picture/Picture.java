package kafedra.contract.picture;

/** A thing in a frame: a child who does not read knows it again, and can say it. */
public record Picture(Thing thing, Frame frame) {
  /** How many there are. */
  public static final int COUNT = Thing.values().length * Frame.values().length;

  /** What is in it; {@code pictures.svg} draws each. */
  public enum Thing {
    APPLE,
    TREE,
    FISH,
    HOUSE,
    STAR,
    HEART,
    BOAT,
    KEY,
    CUP,
    LEAF,
    UMBRELLA,
    BELL,
    MUSHROOM,
    KITE,
    MOON,
    BALL
  }

  /** What is around it, told by shape and not by colour alone. */
  public enum Frame {
    CIRCLE,
    SQUARE,
    DIAMOND
  }

  static Picture of(int number) {
    Frame[] frames = Frame.values();
    return new Picture(Thing.values()[number / frames.length], frames[number % frames.length]);
  }
}
