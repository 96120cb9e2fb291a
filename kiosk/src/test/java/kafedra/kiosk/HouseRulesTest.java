package kafedra.kiosk;

import java.util.stream.Stream;
import kafedra.house.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
  @TestFactory
  Stream<DynamicTest> houseRules() {
    return HouseRules.of("kafedra.kiosk").forProgram();
  }
}
