package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Dev mode, its tests and its restarts may load the libraries anew in a process that runs already.
 */
class EncoderReloadTest {

  @Test
  void twoClassLoadersOfOneProcessHaveAnEncoderEach() throws Exception {
    float[] first = encodeInNewClassLoader();
    float[] second = encodeInNewClassLoader();
    assertThat(second).isEqualTo(first).hasSize(SentenceEncoder.DIMENSIONS);
  }

  private static float[] encodeInNewClassLoader() throws Exception {
    URL[] jars = {
      jarOf(SentenceEncoder.class), jarOf(OrtEnvironment.class), jarOf(JsonFactory.class), model()
    };
    try (var loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(SentenceEncoder.class.getName());
      assertThat(type).isNotEqualTo(SentenceEncoder.class);
      Object encoder = open(type.getDeclaredMethod("load")).invoke(null);
      Object vector = open(type.getDeclaredMethod("encode", String.class)).invoke(encoder, "a cat");
      open(type.getMethod("close")).invoke(encoder);
      return (float[]) vector;
    }
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }

  private static URL jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static URL model() throws Exception {
    String path = System.getProperty("java.class.path");
    for (String entry : List.of(path.split(File.pathSeparator))) {
      if (entry.contains("all-minilm-l6-v2")) {
        return new File(entry).toURI().toURL();
      }
    }
    throw new IllegalStateException("the model is not on the class path");
  }
}
