package dev.runnel.tensor;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The encoder's network, ready to run. In a JVM it is made of the ONNX file on the class path:
 * copied and optimized. Beside a native executable lies what came of that when it was built, in
 * ONNX Runtime's own format, which is mapped and used where it lies.
 *
 * @param session safe for many threads
 * @param mapped what the session reads as long as it lives; empty if it has copied all
 */
record Network(OrtSession session, ByteBuffer mapped) implements AutoCloseable {

  /** The file in ONNX Runtime's own format, in an {@link Installation}. */
  static final String CONVERTED = "all-minilm-l6-v2.ort";

  static Network load() throws OrtException {
    Optional<Installation> installation = Installation.here();
    return installation.isPresent() ? mapped(installation.get().file(CONVERTED)) : copied();
  }

  /** Of the ONNX file on the class path. */
  static Network copied() throws OrtException {
    try (var options = options()) {
      return copied(options);
    }
  }

  /** Of a file that {@link #convert} has made, with the same version of ONNX Runtime. */
  static Network mapped(Path file) throws OrtException {
    try (var options = options();
        var channel = FileChannel.open(file)) {
      options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
      options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new Network(LastingEnvironment.get().createSession(bytes, options), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the ONNX file of the class path in ONNX Runtime's own format. The level is the highest
   * that is meant for every processor; the next lays weights out for the one that it runs on.
   */
  static void convert(Path file) throws OrtException {
    try (var options = options()) {
      options.setOptimizationLevel(SessionOptions.OptLevel.EXTENDED_OPT);
      options.setOptimizedModelFilePath(file.toString());
      options.addConfigEntry("session.save_model_format", "ORT");
      copied(options).close();
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  private static Network copied(SessionOptions options) throws OrtException {
    // Memory outside the heap, which would keep its size afterwards.
    try (var arena = Arena.ofConfined()) {
      var session = LastingEnvironment.get().createSession(ModelFiles.network(arena), options);
      return new Network(session, ByteBuffer.allocate(0));
    }
  }

  private static SessionOptions options() throws OrtException {
    SessionOptions options = LastingEnvironment.options();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    // An arena would round up what it takes, and keep the weights that prepared ones have replaced.
    options.setCPUArenaAllocator(false);
    options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
    return options;
  }
}
