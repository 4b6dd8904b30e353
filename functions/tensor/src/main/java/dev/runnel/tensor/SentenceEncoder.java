package dev.runnel.tensor;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The sentence encoder all-MiniLM-L6-v2 (Reimers and Gurevych 2019, "Sentence-BERT"): a text's
 * meaning as a vector of length 1, so that the dot product of two texts is their cosine. Safe for
 * many threads; each call computes on its caller's thread only, so calls share the cores fairly and
 * no sum depends on how many cores there are.
 */
final class SentenceEncoder implements AutoCloseable {

  static final String MODEL = "all-MiniLM-L6-v2";
  static final int DIMENSIONS = 384;

  /**
   * Pieces in one window: the 256 that the model's card names as its longest input, less two
   * markers.
   */
  private static final int WINDOW = 254;

  /** Read while a native executable is built, so that its start has nothing to do for it. */
  private static final WordPieces PIECES = new WordPieces(ModelFiles.vocabulary());

  private static final long FIRST = PIECES.number("[CLS]");
  private static final long LAST = PIECES.number("[SEP]");

  private final Network network;

  /** Closing frees native memory, so it waits for the calls that use it. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  SentenceEncoder(Network network) {
    this.network = network;
  }

  /** Reads the model and prepares it; takes a second in a JVM, and a tenth of one without. */
  static SentenceEncoder load() {
    try {
      return new SentenceEncoder(Network.load());
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load the model " + MODEL + ".", e);
    }
  }

  /**
   * The text's vector: {@value #DIMENSIONS} finite numbers of length 1. A text longer than one
   * window is the mean of its windows, each weighted by its pieces.
   */
  float[] encode(String text) {
    int[] all = PIECES.of(text);
    var sum = new double[DIMENSIONS];
    // A text without any piece still has a vector: that of the two markers.
    for (int from = 0; from == 0 || from < all.length; from += WINDOW) {
      int[] window = Arrays.copyOfRange(all, from, Math.min(from + WINDOW, all.length));
      add(mean(run(window)), Math.max(1, window.length), sum);
    }
    return unit(sum);
  }

  @Override
  public void close() {
    Lock exclusive = use.writeLock();
    exclusive.lock();
    try {
      network.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot let go of the model.", e);
    } finally {
      exclusive.unlock();
    }
  }

  /** The network's answer: one vector per position. */
  private float[][] run(int[] window) {
    var ids = new long[window.length + 2];
    ids[0] = FIRST;
    ids[ids.length - 1] = LAST;
    for (int at = 0; at < window.length; at++) {
      ids[at + 1] = window[at];
    }
    var ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Lock shared = use.readLock();
    shared.lock();
    try (var input = tensor(ids);
        var attention = tensor(ones);
        var kinds = tensor(new long[ids.length]);
        var result =
            network
                .session()
                .run(
                    Map.of(
                        "input_ids", input, "attention_mask", attention, "token_type_ids", kinds),
                    Set.of("last_hidden_state"))) {
      return ((float[][][]) result.get(0).getValue())[0];
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot run the model " + MODEL + ".", e);
    } finally {
      shared.unlock();
    }
  }

  private static OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(
        LastingEnvironment.get(), LongBuffer.wrap(row), new long[] {1, row.length});
  }

  private static double[] mean(float[][] vectors) {
    var mean = new double[DIMENSIONS];
    for (float[] vector : vectors) {
      for (int i = 0; i < DIMENSIONS; i++) {
        mean[i] += vector[i] / (double) vectors.length;
      }
    }
    return mean;
  }

  private static void add(double[] vector, int weight, double[] sum) {
    for (int i = 0; i < DIMENSIONS; i++) {
      sum[i] += weight * vector[i];
    }
  }

  private static float[] unit(double[] vector) {
    double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    if (!Double.isFinite(length) || length == 0) {
      throw new IllegalStateException("The model answered with a vector of length " + length + ".");
    }
    var unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
