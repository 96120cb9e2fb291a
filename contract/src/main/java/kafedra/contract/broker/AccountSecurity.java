package kafedra.contract.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Our accounts in Artemis' terms: a topic {@code a/b} is an address {@code a.b}, which is safe
 * since ids hold no dots.
 */
final class AccountSecurity implements ActiveMQSecurityManager5 {
  private final BrokerAccess access;

  AccountSecurity(BrokerAccess access) {
    this.access = access;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      RemotingConnection connection,
      @Nullable String domain) {
    if (user == null || password == null) {
      return null;
    }
    // the client id must be the account's, or one device could push another off the broker
    String client = connection == null ? null : connection.getClientID();
    if (client != null && !client.equals(user)) {
      return null;
    }
    Optional<BrokerAccount> account =
        access.find(user).filter(found -> same(found.secret(), password));
    return account
        .map(found -> new Subject(true, Set.of(new UserPrincipal(found.id())), Set.of(), Set.of()))
        .orElse(null);
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType check, @Nullable String address) {
    if (subject == null || address == null) {
      return false;
    }
    return subject.getPrincipals(UserPrincipal.class).stream()
        .flatMap(principal -> access.find(principal.getName()).stream())
        .anyMatch(account -> mayUse(account, check, topicOf(address)));
  }

  private static boolean mayUse(BrokerAccount account, CheckType check, String topic) {
    return switch (check) {
      case SEND -> covered(account.publishes(), topic);
      case CONSUME,
          BROWSE,
          CREATE_NON_DURABLE_QUEUE,
          CREATE_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE ->
          covered(account.subscribes(), topic);
      case CREATE_ADDRESS, DELETE_ADDRESS ->
          covered(account.publishes(), topic) || covered(account.subscribes(), topic);
      default -> false;
    };
  }

  private static boolean covered(List<String> granted, String topic) {
    return granted.stream().anyMatch(filter -> TopicFilter.covers(filter, topic));
  }

  /** The address without the queue that Artemis may append after two colons. */
  private static String topicOf(String address) {
    int queue = address.indexOf("::");
    String plain = queue < 0 ? address : address.substring(0, queue);
    return plain.replace('.', '/').replace('*', '+');
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user, @Nullable String password, Set<Role> roles, CheckType check) {
    return false;
  }
}
