package kafedra.contract.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows the accounts. Asked at every connection, so that an account that is added or withdrawn
 * counts at once.
 */
@FunctionalInterface
public interface BrokerAccess {
  Optional<BrokerAccount> find(String id);

  /** Always these. */
  static BrokerAccess of(List<BrokerAccount> accounts) {
    Map<String, BrokerAccount> byId =
        accounts.stream()
            .collect(Collectors.toUnmodifiableMap(BrokerAccount::id, Function.identity()));
    return id -> Optional.ofNullable(byId.get(id));
  }

  /** These first, then {@code others}. */
  default BrokerAccess or(BrokerAccess others) {
    return id -> find(id).or(() -> others.find(id));
  }
}
