package kafedra.controller.fleet;

/** Tells how the intake fares. */
@FunctionalInterface
public interface IntakeFigures {
  IntakeCounts counts();
}
