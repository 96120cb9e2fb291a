package kafedra.controller;

import java.util.stream.Stream;
import kafedra.house.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseRules() {
    return HouseRules.of("kafedra.controller").forProgram();
  }
}
