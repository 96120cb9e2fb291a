package kafedra.controller.intake;

/** Tells how the intake fares. */
@FunctionalInterface
public interface IntakeFigures {
  IntakeCounts counts();
}
