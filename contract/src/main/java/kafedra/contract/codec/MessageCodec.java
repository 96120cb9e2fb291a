package kafedra.contract.codec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.StreamId;
import kafedra.contract.message.Message;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as JSON: {@code {"v":1,"t":"seat-order",…}}. Instants and durations are milliseconds,
 * ids are strings, a {@link Stamp} is {@code [wall, sinceBoot, 1 if trusted]}. Fields that a reader
 * does not know are passed over, so a version may gain fields; a changed meaning is a new version.
 * The golden files of the tests hold the form of every message.
 *
 * <p>Safe for use by many threads.
 */
public final class MessageCodec {
  /** The schema version that this program writes and reads. */
  public static final int VERSION = 1;

  /** A payload is at most this long, bytes; a longer one is rejected unread. */
  public static final int MAX_PAYLOAD = 128 * 1024;

  private static final byte[] VERSION_FIELD =
      ("{\"v\":" + VERSION + ",").getBytes(StandardCharsets.UTF_8);
  private static final Stamp NO_STAMP =
      new Stamp(Instant.EPOCH, Duration.ZERO, ClockTrust.UNTRUSTED);

  private final ObjectReader trees;
  private final ObjectReader messages;
  private final ObjectReader records;
  private final ObjectWriter messageWriter;
  private final ObjectWriter recordWriter;

  public MessageCodec() {
    JsonMapper mapper = WireFormat.mapper();
    trees = mapper.reader();
    messages = mapper.readerFor(Message.class);
    records = mapper.readerFor(SiteRecord.class);
    messageWriter = mapper.writerFor(Message.class);
    recordWriter = mapper.writerFor(SiteRecord.class);
  }

  /** Writes a message. */
  public byte[] encode(Message message) {
    byte[] body = messageWriter.writeValueAsBytes(message);
    byte[] payload = new byte[VERSION_FIELD.length + body.length - 1];
    System.arraycopy(VERSION_FIELD, 0, payload, 0, VERSION_FIELD.length);
    System.arraycopy(body, 1, payload, VERSION_FIELD.length, body.length - 1);
    return payload;
  }

  /** Writes one record as an outbox keeps it. */
  public byte[] encodeRecord(SiteRecord siteRecord) {
    return recordWriter.writeValueAsBytes(siteRecord);
  }

  /** Reads what {@link #encodeRecord} wrote, or an {@link SiteRecord.Unreadable} in its place. */
  public SiteRecord decodeRecord(byte[] json) {
    try {
      return readRecord(trees.readTree(json));
    } catch (JacksonException torn) {
      return new SiteRecord.Unreadable(
          NO_STAMP, new String(json, StandardCharsets.UTF_8), "torn: " + torn.getOriginalMessage());
    }
  }

  /** Writes a batch from records that are encoded already, without reading them again. */
  public byte[] encodeBatch(StreamId stream, long oldest, long first, List<byte[]> encodedRecords) {
    StringBuilder head = new StringBuilder(96);
    head.append("{\"v\":")
        .append(VERSION)
        .append(",\"t\":\"record-batch\",\"stream\":\"")
        .append(stream);
    head.append("\",\"oldest\":")
        .append(oldest)
        .append(",\"first\":")
        .append(first)
        .append(",\"records\":[");
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    int length = start.length + 2 + Math.max(0, encodedRecords.size() - 1);
    for (byte[] each : encodedRecords) {
      length += each.length;
    }
    byte[] payload = new byte[length];
    System.arraycopy(start, 0, payload, 0, start.length);
    int at = start.length;
    for (int i = 0; i < encodedRecords.size(); i++) {
      if (i > 0) {
        payload[at++] = ',';
      }
      byte[] each = encodedRecords.get(i);
      System.arraycopy(each, 0, payload, at, each.length);
      at += each.length;
    }
    payload[at++] = ']';
    payload[at] = '}';
    return payload;
  }

  /** Reads a payload. Never throws for what a payload contains. */
  public Decoded decode(byte[] payload) {
    if (payload.length > MAX_PAYLOAD) {
      return new Decoded.Rejected(
          Decoded.Fault.OVERSIZED, payload.length + " bytes; " + MAX_PAYLOAD + " is the most");
    }
    JsonNode tree;
    try {
      tree = trees.readTree(payload);
    } catch (JacksonException torn) {
      return new Decoded.Rejected(Decoded.Fault.TORN, torn.getOriginalMessage());
    }
    if (!tree.isObject()) {
      return new Decoded.Rejected(Decoded.Fault.TORN, "no JSON object but " + tree.getNodeType());
    }
    JsonNode version = tree.get("v");
    if (version == null || !version.isInt() || version.intValue() != VERSION) {
      return new Decoded.Rejected(
          Decoded.Fault.UNKNOWN_VERSION, "v is " + version + "; this program reads " + VERSION);
    }
    JsonNode type = tree.get("t");
    if (type == null || !type.isString() || !WireFormat.isMessage(type.stringValue())) {
      return new Decoded.Rejected(Decoded.Fault.UNKNOWN_TYPE, "t is " + type);
    }
    try {
      Message message =
          type.stringValue().equals("record-batch") ? readBatch(tree) : messages.readValue(tree);
      Completeness.require(message);
      return new Decoded.Read(message);
    } catch (JacksonException | IllegalArgumentException invalid) {
      return new Decoded.Rejected(Decoded.Fault.INVALID, firstLine(invalid));
    }
  }

  /** Record by record, so that one that cannot be read does not hold up the stream behind it. */
  private RecordBatch readBatch(JsonNode tree) {
    JsonNode array = tree.get("records");
    if (array == null || !array.isArray()) {
      throw new IllegalArgumentException("records is no array");
    }
    List<SiteRecord> read = new ArrayList<>(array.size());
    for (JsonNode each : array) {
      read.add(readRecord(each));
    }
    return new RecordBatch(
        StreamId.parse(text(tree, "stream")), number(tree, "oldest"), number(tree, "first"), read);
  }

  private SiteRecord readRecord(JsonNode node) {
    try {
      SiteRecord siteRecord = records.readValue(node);
      Completeness.require(siteRecord);
      return siteRecord;
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return new SiteRecord.Unreadable(NO_STAMP, node.toString(), firstLine(unreadable));
    }
  }

  private static String text(JsonNode tree, String field) {
    JsonNode value = tree.get(field);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException(field + " is no text");
    }
    return value.stringValue();
  }

  private static long number(JsonNode tree, String field) {
    JsonNode value = tree.get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(field + " is no whole number");
    }
    return value.longValue();
  }

  private static String firstLine(RuntimeException fault) {
    String message = String.valueOf(fault.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
