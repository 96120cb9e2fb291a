package kafedra.provisioning;

import java.net.URI;
import java.util.Optional;
import java.util.function.IntFunction;
import kafedra.provisioning.demo.DemoPorts;

/**
 * Which brokers there are and how they are reached.
 *
 * @param districtBroker the controller's, if it is not the one inside the controller
 * @param fromKiosk how the kiosk of this index reaches the district broker
 * @param siteBroker of the kiosk of this index, if it is not the one inside the kiosk
 */
record Wiring(
    Optional<URI> districtBroker,
    IntFunction<URI> fromKiosk,
    IntFunction<Optional<URI>> siteBroker) {

  /** Every broker inside its program. */
  static Wiring embedded(DemoPorts ports) {
    return new Wiring(
        Optional.empty(), index -> tcp(ports.districtBroker()), index -> Optional.empty());
  }

  static URI tcp(int port) {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  /** How an agent reaches the broker of the kiosk of this index. */
  URI fromAgent(int index, DemoPorts ports) {
    return siteBroker.apply(index).orElseGet(() -> tcp(ports.siteBroker(index)));
  }
}
