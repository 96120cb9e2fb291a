package kafedra.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import kafedra.contract.codec.Decoded.Fault;
import kafedra.contract.message.Message;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageCodecTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/v" + MessageCodec.VERSION);

  private final MessageCodec codec = new MessageCodec();

  @TestFactory
  Stream<DynamicTest> writesEveryMessageAsItsGoldenFileSays() {
    return Samples.all().entrySet().stream()
        .map(sample ->
            DynamicTest.dynamicTest(
                sample.getKey(),
                () -> {
                  String json = new String(codec.encode(sample.getValue()), StandardCharsets.UTF_8);
                  assertThat(json + "\n").isEqualTo(Files.readString(golden(sample.getKey())));
                }));
  }

  @TestFactory
  Stream<DynamicTest> readsEveryGoldenFile() {
    return Samples.all().entrySet().stream()
        .map(sample ->
            DynamicTest.dynamicTest(
                sample.getKey(),
                () ->
                    assertThat(codec.decode(Files.readAllBytes(golden(sample.getKey()))))
                        .isEqualTo(new Decoded.Read(sample.getValue()))));
  }

  @Test
  void hasASampleOfEveryTypeThatTravels() {
    var sampled = new TreeSet<String>();
    Samples.all().values().forEach(message -> sampled.add(message.getClass().getSimpleName()));
    Samples.records().forEach(each -> sampled.add(each.getClass().getSimpleName()));
    var wanted = new TreeSet<String>();
    leaves(Message.class).forEach(type -> wanted.add(type.getSimpleName()));
    leaves(SiteRecord.class)
        .filter(type -> type != SiteRecord.Unreadable.class)
        .forEach(type -> wanted.add(type.getSimpleName()));
    assertThat(sampled).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void writesABatchOfEncodedRecordsAsItWritesTheBatch() {
    RecordBatch batch = Samples.batch();
    List<byte[]> encoded = batch.records().stream().map(codec::encodeRecord).toList();
    assertThat(codec.encodeBatch(batch.stream(), batch.oldest(), batch.first(), encoded))
        .isEqualTo(codec.encode(batch));
  }

  @Test
  void keepsTheNumbersOfABatchWholeWhenOneRecordIsUnreadable() {
    String json =
        new String(codec.encode(Samples.batch()), StandardCharsets.UTF_8)
            .replace("session-extended", "session-teleported");
    RecordBatch read = (RecordBatch) ((Decoded.Read) codec.decode(bytes(json))).message();
    assertThat(read.records()).hasSameSizeAs(Samples.records());
    assertThat(read.records().get(2))
        .isInstanceOfSatisfying(
            SiteRecord.Unreadable.class,
            unreadable ->
                assertThat(unreadable.json()).contains("session-teleported").contains("\"s-1\""));
    assertThat(read.records().get(3)).isEqualTo(Samples.records().get(3));
  }

  @Test
  void passesOverFieldsThatItDoesNotKnow() {
    assertThat(
            codec.decode(
                bytes("{\"v\":1,\"t\":\"presence\",\"reach\":\"ONLINE\",\"mood\":\"good\"}")))
        .isEqualTo(new Decoded.Read(Samples.PRESENCE));
  }

  @Test
  void rejectsWhatItCannotRead() {
    assertThat(faultOf("")).isEqualTo(Fault.TORN);
    assertThat(faultOf("{\"v\":1,\"t\":\"presence\",\"rea")).isEqualTo(Fault.TORN);
    assertThat(faultOf("[1,2]")).isEqualTo(Fault.TORN);
    assertThat(faultOf("\u0000\u0001")).isEqualTo(Fault.TORN);
    assertThat(faultOf("{\"v\":1,\"t\":\"presence\",\"reach\":\"ONLINE\"} {}"))
        .isEqualTo(Fault.TORN);
    assertThat(faultOf("{\"t\":\"presence\",\"reach\":\"ONLINE\"}"))
        .isEqualTo(Fault.UNKNOWN_VERSION);
    assertThat(faultOf("{\"v\":2,\"t\":\"presence\",\"reach\":\"ONLINE\"}"))
        .isEqualTo(Fault.UNKNOWN_VERSION);
    assertThat(faultOf("{\"v\":1,\"t\":\"session-started\"}")).isEqualTo(Fault.UNKNOWN_TYPE);
    assertThat(faultOf("{\"v\":1}")).isEqualTo(Fault.UNKNOWN_TYPE);
    assertThat(faultOf("{\"v\":1,\"t\":\"presence\"}")).isEqualTo(Fault.INVALID);
    assertThat(faultOf("{\"v\":1,\"t\":\"presence\",\"reach\":null}")).isEqualTo(Fault.INVALID);
    assertThat(faultOf("{\"v\":1,\"t\":\"presence\",\"reach\":\"MAYBE\"}"))
        .isEqualTo(Fault.INVALID);
    assertThat(faultOf("{\"v\":1,\"t\":\"sync-request\",\"have\":{\"epoch\":\"a\",\"number\":-4}}"))
        .isEqualTo(Fault.INVALID);
    assertThat(
            faultOf(
                "{\"v\":1,\"t\":\"record-batch\",\"stream\":\"K!\",\"oldest\":1,\"first\":1,\"records\":[]}"))
        .isEqualTo(Fault.INVALID);
    assertThat(
            faultOf(
                "{\"v\":1,\"t\":\"record-batch\",\"stream\":\"k.0123abcd\",\"oldest\":1,\"first\":1,\"records\":{}}"))
        .isEqualTo(Fault.INVALID);
    assertThat(faultOf("[".repeat(5_000))).isEqualTo(Fault.TORN);
  }

  @Test
  void rejectsAnOversizedPayloadUnread() {
    byte[] large = new byte[MessageCodec.MAX_PAYLOAD + 1];
    assertThat(codec.decode(large))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> assertThat(rejected.fault()).isEqualTo(Fault.OVERSIZED));
  }

  @Test
  void neverThrowsOnDamagedPayloads() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<byte[]> payloads = new ArrayList<>();
    Samples.all().values().forEach(message -> payloads.add(codec.encode(message)));
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = payloads.get(random.nextInt(payloads.size())).clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      byte[] torn = java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      assertThat(codec.decode(damaged)).as("seed %d round %d", seed, round).isNotNull();
      assertThat(codec.decode(torn)).as("seed %d round %d torn", seed, round).isNotNull();
    }
  }

  private Fault faultOf(String payload) {
    Decoded decoded = codec.decode(bytes(payload));
    assertThat(decoded).as(payload).isInstanceOf(Decoded.Rejected.class);
    return ((Decoded.Rejected) decoded).fault();
  }

  private static Path golden(String name) {
    return GOLDEN.resolve(name + ".json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(MessageCodecTest::leaves)
        : Stream.of(type);
  }
}
